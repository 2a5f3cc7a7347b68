package kefu.recommendation.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.content.Listed;

/**
 * What the database holds of what changed in a range of transactions.
 *
 * @param customers as they are now; empty for one who was forgotten
 */
record Kept(Collection<Listed> products, Map<String, Optional<Customer>> customers) {
    boolean isEmpty() {
        return products.isEmpty() && customers.isEmpty();
    }
}
