package kefu.model.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import kefu.model.Require;

/**
 * Something a customer did in the shop.
 *
 * @param productId what it was done with; null for a search
 * @param query what was searched for; null otherwise
 * @param review the review itself for {@code review}; null otherwise
 * @param media what was said or shown, as understood text, for {@code media}; null otherwise
 * @param at when it happened
 */
public record Interaction(
        String customerId, Kind kind, String productId, String query, Review review, Media media, Instant at) {
    public Interaction {
        Require.text(customerId, "customerId");
        Require.present(kind, "kind");
        switch (kind) {
            case SEARCH -> Require.text(query, "query");
            case REVIEW -> Require.present(review, "review");
            case MEDIA -> Require.present(media, "media");
            default -> Require.text(productId, "productId");
        }
    }

    /** The kinds of interaction, in lower case in JSON. */
    public enum Kind {
        VIEW,
        SEARCH,
        CART,
        PURCHASE,
        REVIEW,
        RETURN,
        MEDIA;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String name) {
            for (var kind : values()) if (kind.json().equals(name)) return kind;
            throw new IllegalArgumentException("kind must be one of "
                    + java.util.Arrays.stream(values()).map(Kind::json).toList() + ", is " + name);
        }
    }

    /** @param kind {@code image} or {@code audio} @param text what was recognised in it */
    public record Media(String kind, String text) {
        public Media {
            Require.text(kind, "media.kind");
            text = text == null ? "" : text;
        }
    }
}
