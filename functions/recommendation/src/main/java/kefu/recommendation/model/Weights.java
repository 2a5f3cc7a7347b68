package kefu.recommendation.model;

/**
 * How much each kind of evidence counts for at most.
 *
 * @param bought bought by the same customers
 * @param viewed looked at in the same visits
 * @param alike like something the customer cares about
 * @param taste in a category the customer's profile is drawn to
 * @param popular taken up by many lately
 * @param fresh new in the catalogue
 * @param matches spoken of by the query
 */
public record Weights(
        double bought, double viewed, double alike, double taste, double popular, double fresh, double matches) {
    public static final Weights DEFAULT = new Weights(1.5, 1.0, 0.6, 0.25, 0.2, 0.02, 2.0);
}
