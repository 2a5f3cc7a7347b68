package kefu.routing.store;

import java.util.List;
import java.util.regex.Pattern;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;

/** What a shop may not send: values that would make the rules count wrongly. */
final class ImportCheck {
    private static final List<String> METHOD_KINDS = List.of("gift_card", "paypal", "credit_card");
    private static final List<String> PAYMENT_KINDS = List.of("payment", "refund");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_ID = 200;

    private ImportCheck() {}

    static void check(Customer customer) {
        id(customer.id());
        demand(customer.email() == null || EMAIL.matcher(customer.email()).matches(), "email is no e-mail address");
        for (var method : customer.paymentMethods()) check(method);
        demand(
                customer.paymentMethods().stream()
                                .map(PaymentMethod::id)
                                .distinct()
                                .count()
                        == customer.paymentMethods().size(),
                "paymentMethods: an id is there twice");
    }

    private static void check(PaymentMethod method) {
        demand(METHOD_KINDS.contains(method.kind()), "paymentMethods.kind must be one of " + METHOD_KINDS);
        demand(
                method.balance() == null || method.balance().signum() >= 0,
                "paymentMethods.balance must not be negative");
    }

    static void check(Order order) {
        id(order.id());
        demand(!OrderRow.lookup(order.id()).isEmpty(), "id has no characters but '#'");
        demand(!order.items().isEmpty(), "items is empty");
        for (var item : order.items()) demand(item.price().signum() >= 0, "items.price must not be negative");
        for (var payment : order.payments()) {
            demand(PAYMENT_KINDS.contains(payment.kind()), "payments.kind must be one of " + PAYMENT_KINDS);
            demand(payment.amount().signum() >= 0, "payments.amount must not be negative");
        }
    }

    private static void id(String id) {
        demand(id.length() <= LONGEST_ID, "id is longer than " + LONGEST_ID + " characters");
    }

    private static void demand(boolean so, String otherwise) {
        if (!so) throw new IllegalArgumentException(otherwise);
    }
}
