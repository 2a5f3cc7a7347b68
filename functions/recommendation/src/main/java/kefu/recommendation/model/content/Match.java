package kefu.recommendation.model.content;

import java.util.List;

/** A product that fits a query. @param fit in (0, 1] @param words of the query that were found, in its own writing */
public record Match(String productId, double fit, List<String> words) {}
