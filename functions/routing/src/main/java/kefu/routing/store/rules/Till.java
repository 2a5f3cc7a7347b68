package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;

/** An order's money and the purse it comes from: what was paid by which method, and the gift cards' balances. */
record Till(Order order, Customer customer) {
    private static final String PAYMENT = "payment";
    private static final String REFUND = "refund";

    /** A sum and the method it goes to. */
    record Portion(String methodId, BigDecimal amount) {}

    static BigDecimal balance(PaymentMethod method) {
        return method.balance() == null ? BigDecimal.ZERO : method.balance();
    }

    /** @return what each method has paid less what it got back, methods in the order of their first payment */
    List<Portion> paid() {
        Map<String, BigDecimal> byMethod = new LinkedHashMap<>();
        for (var payment : order.payments()) {
            var amount = payment.kind().equals(REFUND) ? payment.amount().negate() : payment.amount();
            byMethod.merge(payment.methodId() == null ? "" : payment.methodId(), amount, BigDecimal::add);
        }
        return byMethod.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .map(e -> new Portion(e.getKey(), e.getValue()))
                .toList();
    }

    /** @return how a sum goes back to the methods that paid, the first that paid first */
    List<Portion> back(BigDecimal sum) {
        var portions = new ArrayList<Portion>();
        var left = sum;
        for (var paid : paid()) {
            var amount = paid.amount().min(left);
            if (amount.signum() > 0) portions.add(new Portion(paid.methodId(), amount));
            left = left.subtract(amount);
        }
        return portions;
    }

    Till charge(String methodId, BigDecimal amount) {
        return move(PAYMENT, methodId, amount, amount.negate());
    }

    Till refund(String methodId, BigDecimal amount) {
        return move(REFUND, methodId, amount, amount);
    }

    Till refund(List<Portion> portions) {
        var till = this;
        for (var portion : portions) till = till.refund(portion.methodId(), portion.amount());
        return till;
    }

    private Till move(String kind, String methodId, BigDecimal amount, BigDecimal toGiftCard) {
        var payment = new Order.Payment(kind, amount, methodId);
        var payments =
                Stream.concat(order.payments().stream(), Stream.of(payment)).toList();
        var methods = customer.paymentMethods().stream()
                .map(m -> m.isGiftCard() && m.id().equals(methodId)
                        ? withBalance(m, balance(m).add(toGiftCard))
                        : m)
                .toList();
        return new Till(order.withPayments(payments), customer.withPaymentMethods(methods));
    }

    private static PaymentMethod withBalance(PaymentMethod card, BigDecimal balance) {
        return new PaymentMethod(card.id(), card.kind(), balance, card.brand(), card.lastFour());
    }
}
