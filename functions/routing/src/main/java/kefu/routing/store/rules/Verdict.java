package kefu.routing.store.rules;

import java.util.List;
import java.util.Optional;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;

/** What the rules say to an operation. */
public sealed interface Verdict {

    /**
     * It may be done.
     *
     * @param order as it would be afterwards; empty where the operation is on a customer alone
     * @param customer as they would be afterwards
     * @param lines all that changes, to be agreed to
     */
    record Allowed(Optional<Order> order, Customer customer, List<LocalText> lines) implements Verdict {
        Allowed(Order order, Customer customer, List<LocalText> lines) {
            this(Optional.of(order), customer, lines);
        }
    }

    /**
     * It may not.
     *
     * @param rule the rule's stable name ({@code cancelOrder.status})
     * @param argument of which another value may be allowed; empty where the order or its customer stands against it
     */
    record Refused(String rule, LocalText reason, Optional<String> argument) implements Verdict {}
}
