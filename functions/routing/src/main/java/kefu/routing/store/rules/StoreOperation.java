package kefu.routing.store.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.Require;
import kefu.model.shop.Address;

/** Something that can be done to an order or a customer. It says what is wanted; {@link Rules} say whether it may be. */
public sealed interface StoreOperation {

    /**
     * @param name {@code cancelOrder, changeOrderAddress, ..}
     * @param arguments by name; {@link #argumentsOf} lists them
     * @throws IllegalArgumentException for an unknown name, an unknown, missing or unreadable argument; it names it
     */
    static StoreOperation read(String name, Map<String, Object> arguments) {
        return Signatures.read(name, arguments);
    }

    /** @return the names of all operations */
    static List<String> names() {
        return Signatures.names();
    }

    /**
     * @return what the operation takes: argument names, true where it must be given
     * @throws IllegalArgumentException for an unknown name
     */
    static Map<String, Boolean> argumentsOf(String name) {
        return Signatures.argumentsOf(name);
    }

    String name();

    /** @return the arguments in the form that {@link #read} takes */
    Map<String, Object> arguments();

    /** An operation on one order. */
    sealed interface OnOrder extends StoreOperation {
        String orderId();
    }

    /** @param reason the id or the label of one of the policy's reasons */
    record CancelOrder(String orderId, String reason) implements OnOrder {
        @Override
        public String name() {
            return "cancelOrder";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "reason", reason);
        }
    }

    record ChangeOrderAddress(String orderId, Address address) implements OnOrder {
        @Override
        public String name() {
            return "changeOrderAddress";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "address", Addresses.parts(address));
        }
    }

    /** @param paymentMethodId where the difference is charged or refunded */
    record ChangeOrderItems(String orderId, List<ItemChange> changes, String paymentMethodId) implements OnOrder {
        public ChangeOrderItems {
            changes = Require.list(changes);
        }

        @Override
        public String name() {
            return "changeOrderItems";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "changes", changed(changes), "paymentMethodId", paymentMethodId);
        }
    }

    record ChangeOrderPayment(String orderId, String paymentMethodId) implements OnOrder {
        @Override
        public String name() {
            return "changeOrderPayment";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "paymentMethodId", paymentMethodId);
        }
    }

    record ChangeCustomerAddress(String customerId, Address address) implements StoreOperation {
        @Override
        public String name() {
            return "changeCustomerAddress";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("customerId", customerId, "address", Addresses.parts(address));
        }
    }

    /** @param variantIds one for each piece that comes back */
    record ReturnItems(String orderId, List<String> variantIds, String paymentMethodId) implements OnOrder {
        public ReturnItems {
            variantIds = Require.list(variantIds);
        }

        @Override
        public String name() {
            return "returnItems";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "variantIds", variantIds, "paymentMethodId", paymentMethodId);
        }
    }

    record ExchangeItems(String orderId, List<ItemChange> changes, String paymentMethodId) implements OnOrder {
        public ExchangeItems {
            changes = Require.list(changes);
        }

        @Override
        public String name() {
            return "exchangeItems";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId, "changes", changed(changes), "paymentMethodId", paymentMethodId);
        }
    }

    record UrgeOrder(String orderId) implements OnOrder {
        @Override
        public String name() {
            return "urgeOrder";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId);
        }
    }

    /** @param kind {@code personal} or {@code company} @param taxNumber of a company */
    record RequestInvoice(String orderId, String kind, String title, Optional<String> taxNumber) implements OnOrder {
        @Override
        public String name() {
            return "requestInvoice";
        }

        @Override
        public Map<String, Object> arguments() {
            var all = new LinkedHashMap<String, Object>(Map.of("orderId", orderId, "kind", kind, "title", title));
            taxNumber.ifPresent(number -> all.put("taxNumber", number));
            return all;
        }
    }

    /**
     * @param item id of a variant or a product of the order; not needed where the order has one alone
     * @param kind id of one of the policy's services ({@code installation}, {@code repair})
     */
    record BookService(String orderId, Optional<String> item, String kind, LocalDate day) implements OnOrder {
        @Override
        public String name() {
            return "bookService";
        }

        @Override
        public Map<String, Object> arguments() {
            var all =
                    new LinkedHashMap<String, Object>(Map.of("orderId", orderId, "kind", kind, "day", day.toString()));
            item.ifPresent(id -> all.put("variantId", id));
            return all;
        }
    }

    record RefundPriceDifference(String orderId) implements OnOrder {
        @Override
        public String name() {
            return "refundPriceDifference";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("orderId", orderId);
        }
    }

    private static List<Map<String, Object>> changed(List<ItemChange> changes) {
        return changes.stream().map(ItemChange::arguments).toList();
    }
}
