package kefu.routing.store.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kefu.routing.store.rules.StoreOperation.BookService;
import kefu.routing.store.rules.StoreOperation.CancelOrder;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderItems;
import kefu.routing.store.rules.StoreOperation.ChangeOrderPayment;
import kefu.routing.store.rules.StoreOperation.ExchangeItems;
import kefu.routing.store.rules.StoreOperation.RefundPriceDifference;
import kefu.routing.store.rules.StoreOperation.RequestInvoice;
import kefu.routing.store.rules.StoreOperation.ReturnItems;
import kefu.routing.store.rules.StoreOperation.UrgeOrder;

/** What each operation takes, and how it is made of it. */
final class Signatures {
    private static final String ORDER = "orderId";
    private static final String METHOD = "paymentMethodId";
    private static final Map<String, Signature> ALL = new LinkedHashMap<>();

    static {
        add("cancelOrder", List.of(ORDER, "reason"), a -> new CancelOrder(a.text(ORDER), a.text("reason")));
        add(
                "changeOrderAddress",
                List.of(ORDER, "address"),
                a -> new ChangeOrderAddress(a.text(ORDER), a.address("address")));
        add(
                "changeOrderItems",
                List.of(ORDER, "changes", METHOD),
                a -> new ChangeOrderItems(a.text(ORDER), a.changes("changes"), a.text(METHOD)));
        add("changeOrderPayment", List.of(ORDER, METHOD), a -> new ChangeOrderPayment(a.text(ORDER), a.text(METHOD)));
        add(
                "changeCustomerAddress",
                List.of("customerId", "address"),
                a -> new ChangeCustomerAddress(a.text("customerId"), a.address("address")));
        add(
                "returnItems",
                List.of(ORDER, "variantIds", METHOD),
                a -> new ReturnItems(a.text(ORDER), a.texts("variantIds"), a.text(METHOD)));
        add(
                "exchangeItems",
                List.of(ORDER, "changes", METHOD),
                a -> new ExchangeItems(a.text(ORDER), a.changes("changes"), a.text(METHOD)));
        add("urgeOrder", List.of(ORDER), a -> new UrgeOrder(a.text(ORDER)));
        add(
                "requestInvoice",
                List.of(ORDER, "kind", "title"),
                List.of("taxNumber"),
                a -> new RequestInvoice(a.text(ORDER), a.text("kind"), a.text("title"), a.optional("taxNumber")));
        add(
                "bookService",
                List.of(ORDER, "kind", "day"),
                List.of("variantId", "productId"),
                a -> new BookService(
                        a.text(ORDER),
                        a.optional("variantId").or(() -> a.optional("productId")),
                        a.text("kind"),
                        a.day("day")));
        add("refundPriceDifference", List.of(ORDER), a -> new RefundPriceDifference(a.text(ORDER)));
    }

    private Signatures() {}

    private record Signature(
            List<String> required, List<String> optional, Function<Arguments, StoreOperation> operation) {}

    static StoreOperation read(String name, Map<String, Object> values) {
        var signature = signature(name);
        var arguments = new Arguments(name, values == null ? Map.of() : values);
        arguments.allow(signature.required(), signature.optional());
        return signature.operation().apply(arguments);
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Map<String, Boolean> argumentsOf(String name) {
        var all = new LinkedHashMap<String, Boolean>();
        signature(name).required().forEach(argument -> all.put(argument, true));
        signature(name).optional().forEach(argument -> all.put(argument, false));
        return all;
    }

    private static Signature signature(String name) {
        var signature = name == null ? null : ALL.get(name);
        if (signature == null)
            throw new IllegalArgumentException("there is no operation " + name + "; known are " + names());
        return signature;
    }

    private static void add(String name, List<String> required, Function<Arguments, StoreOperation> operation) {
        add(name, required, List.of(), operation);
    }

    private static void add(
            String name, List<String> required, List<String> optional, Function<Arguments, StoreOperation> operation) {
        ALL.put(name, new Signature(required, optional, operation));
    }
}
