package kefu.model.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kefu.model.Require;

/**
 * A customer's profile, folded from interactions, orders, reviews and turns.
 *
 * @param version grows with every change
 * @param language the language the customer writes most; null when unknown
 * @param segments such as {@code new, regular, loyal, at_risk, bargain_hunter}
 * @param categories categories by decayed interest, strongest first
 * @param products products by decayed interest, strongest first
 * @param aspects what the customer's own reviews and questions care about ({@code fabric}), strongest first
 * @param intents what the customer asks about, most frequent first
 * @param averageOrder mean order total; null before the first order
 * @param satisfaction in [0, 1] from ratings, feedback and emotions; 0.5 when nothing is known
 * @param lastSeen when the last event happened; null before the first
 */
public record Profile(
        String customerId,
        long version,
        String language,
        List<String> segments,
        List<Affinity> categories,
        List<Affinity> products,
        List<Affinity> aspects,
        List<Affinity> intents,
        int orders,
        BigDecimal averageOrder,
        int turns,
        double satisfaction,
        Instant lastSeen,
        Consents consents) {
    public Profile {
        Require.text(customerId, "customerId");
        segments = Require.list(segments);
        categories = Require.list(categories);
        products = Require.list(products);
        aspects = Require.list(aspects);
        intents = Require.list(intents);
        Require.within(satisfaction, 0, 1, "satisfaction");
        consents = consents == null ? Consents.DEFAULT : consents;
    }

    /** @return the profile of somebody of whom nothing is known */
    public static Profile unknown(String customerId) {
        return new Profile(
                customerId,
                0,
                null,
                List.of("new"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                0,
                0.5,
                null,
                Consents.DEFAULT);
    }
}
