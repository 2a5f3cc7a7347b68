package kefu.recommendation.model;

import java.time.Instant;
import java.util.Optional;
import kefu.model.Require;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.content.Catalogue;

/**
 * What a recommendation is asked for.
 *
 * @param customer {@link Customer#UNKNOWN} for somebody of whom nothing is known or may be used
 * @param productId the product that is looked at
 * @param query in the customer's own words, what they want to spend among them; blank for none
 * @param limit most products to give, at least 1
 */
public record Ask(Customer customer, Optional<String> productId, String query, int limit, Instant now) {
    public Ask {
        customer = customer.asAllowed();
        query = query == null ? "" : query.strip();
        Require.within(limit, 1, 1000, "limit");
        Require.present(now, "now");
    }

    /** @return what may be spent: less than the product that is looked at costs, where just something cheaper is wanted */
    Budget budget(Catalogue catalogue) {
        var said = Budget.in(query);
        if (!said.isAny() || !Budget.asksForCheaper(query)) return said;
        return productId.flatMap(catalogue::product).map(Budget::below).orElse(said);
    }

    /** @return the same, with the product that is looked at among what may be shown */
    Ask ofAllProducts() {
        return new Ask(customer, Optional.empty(), query, limit, now);
    }

    /** @return whether what costs least is wanted first */
    boolean wantsCheapest() {
        return Budget.asksForCheapest(query) && !Budget.asksForCheaper(query);
    }

    /** @return the query without what is said about money */
    String wish() {
        return Budget.without(query);
    }
}
