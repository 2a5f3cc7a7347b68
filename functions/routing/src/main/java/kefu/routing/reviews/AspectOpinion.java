package kefu.routing.reviews;

import java.util.List;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * What the reviews of a product say of one aspect. A review counts once.
 *
 * @param aspect the aspect's key
 * @param mentions reviews that speak of it
 * @param praise those that praise it
 * @param blame those that blame it; the rest do both
 * @param quotes of each side, that which more reviews take first; those in the asked language first
 */
public record AspectOpinion(String aspect, LocalText name, int mentions, int praise, int blame, List<Quote> quotes) {
    public AspectOpinion {
        Require.text(aspect, "aspect");
        quotes = Require.list(quotes);
    }
}
