package kefu.model.recommendation;

import java.util.List;
import kefu.model.Require;

/** What was recommended, best first. @param id names this showing, so that what follows can be credited to it */
public record Recommendations(String id, List<RecommendedProduct> items) {
    public Recommendations {
        Require.text(id, "id");
        items = Require.list(items);
    }
}
