package kefu.recommendation.model;

import kefu.model.shop.LocalText;
import kefu.model.shop.Product;

/**
 * A product to show.
 *
 * @param score in [0, 1)
 * @param source which candidates it came from: together, content, history, popular, fresh, query, explore
 * @param propensity the probability with which it came to its place, given the places before
 */
public record Pick(Product product, double score, LocalText reason, String source, double propensity) {}
