package kefu.model.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import kefu.model.Require;

/**
 * Where a claim of a reply comes from.
 *
 * @param kind {@code product, review, order, knowledge} or {@code policy}
 * @param quote the words themselves, where there are words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(String kind, String id, String title, String quote) {
    public Source {
        Require.text(kind, "kind");
        Require.text(id, "id");
    }
}
