/**
 * R = m(P, H): products for a customer (P: profile) after what happened (H: history, page, query).
 *
 * <p>A candidate's score is a sum over pieces of {@link kefu.recommendation.model.Evidence evidence}, squeezed into
 * [0, 1) by a strictly rising function. Nothing is normalised over the pieces, so taking one away always lowers the
 * score: that is what makes a reason true. Pure: imports only the JDK and the shared model.
 */
package kefu.recommendation.model;
