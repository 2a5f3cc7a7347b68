package kefu.routing.reviews.opinion;

import kefu.model.Require;

/**
 * What a review says of one aspect.
 *
 * @param aspect the aspect's key
 * @param polarity 1 for praise, -1 for blame, 0 for both
 * @param quote where it says so, in its own words
 */
public record Opinion(String aspect, int polarity, String quote) {
    public Opinion {
        Require.text(aspect, "aspect");
        Require.within(polarity, -1, 1, "polarity");
    }
}
