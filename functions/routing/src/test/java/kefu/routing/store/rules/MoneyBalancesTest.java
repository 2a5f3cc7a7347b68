package kefu.routing.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.PaymentMethod;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.routing.store.rules.StoreOperation.CancelOrder;
import kefu.routing.store.rules.StoreOperation.ChangeOrderItems;
import kefu.routing.store.rules.StoreOperation.ChangeOrderPayment;
import kefu.routing.store.rules.StoreOperation.OnOrder;
import kefu.routing.store.rules.StoreOperation.RefundPriceDifference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to an order, no cent is lost or made. */
class MoneyBalancesTest {
    private static final List<String> METHODS = List.of("card", "paypal", "gift-1", "gift-2");

    /** An order of pieces of one product, with prices then and now, and what is done to it. */
    record Story(List<BigDecimal> pricesThen, List<BigDecimal> pricesNow, String paidWith, List<OnOrder> operations) {}

    @Property(tries = 400)
    void paymentsLessRefundsAreTheTotalAndGiftCardsHoldTheRest(@ForAll("stories") Story story) {
        var order = order(story);
        var customer = customer();
        // What gift cards hold and what the order holds of them is one sum, whatever moves between them.
        var giftCards = purse(customer).add(onGiftCards(order));

        for (var operation : story.operations()) {
            var facts = new Facts(
                    Samples.POLICY,
                    order,
                    customer,
                    _ -> Optional.of(product(story)),
                    List.of(),
                    Optional.empty(),
                    Samples.NOW);
            if (!(Rules.judge(operation, facts) instanceof Verdict.Allowed allowed)) continue;
            order = allowed.order().orElseThrow();
            customer = allowed.customer();

            var due = order.status() == OrderStatus.CANCELLED ? BigDecimal.ZERO : order.total();
            assertThat(paid(order)).isEqualByComparingTo(due);
            assertThat(purse(customer).add(onGiftCards(order))).isEqualByComparingTo(giftCards);
            assertThat(customer.paymentMethods())
                    .allMatch(m -> !m.isGiftCard() || m.balance().signum() >= 0);
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        var price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("300"))
                .ofScale(2);
        var method = Arbitraries.of(METHODS);
        return Combinators.combine(
                        price.list().ofMinSize(1).ofMaxSize(4), price.list().ofSize(4), method, operations(method))
                .as(Story::new);
    }

    private static Arbitrary<List<OnOrder>> operations(Arbitrary<String> method) {
        var change = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as((from, to) -> new ItemChange("v" + from, "v" + to));
        return Arbitraries.<OnOrder>oneOf(
                        Arbitraries.just(new CancelOrder("#W1", "ordered by mistake")),
                        Arbitraries.just(new RefundPriceDifference("#W1")),
                        method.map(m -> new ChangeOrderPayment("#W1", m)),
                        Combinators.combine(change.list().ofMinSize(1).ofMaxSize(3), method)
                                .as((changes, m) -> new ChangeOrderItems("#W1", changes, m)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Product product(Story story) {
        var variants = IntStream.range(0, 4)
                .mapToObj(i -> new Variant("v" + i, Map.of(), story.pricesNow().get(i), "USD", true))
                .toList();
        return new Product("p", LocalText.of("Thing"), "", null, Map.of(), variants, List.of());
    }

    private static Order order(Story story) {
        var items = new ArrayList<Order.Item>();
        for (int i = 0; i < story.pricesThen().size(); i++)
            items.add(new Order.Item("p", "v" + i, "Thing", story.pricesThen().get(i), Map.of()));
        var sum = story.pricesThen().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var payment = new Order.Payment("payment", sum, story.paidWith());
        return new Order(
                "#W1", "c-1", OrderStatus.PENDING, Samples.NOW, "USD", null, items, List.of(payment), List.of());
    }

    private static Customer customer() {
        return new Customer(
                "c-1",
                "Emily",
                "Carter",
                null,
                null,
                null,
                List.of(
                        new PaymentMethod("card", "credit_card", null, "Visa", "7719"),
                        new PaymentMethod("paypal", "paypal", null, null, null),
                        new PaymentMethod("gift-1", "gift_card", new BigDecimal("40.00"), null, null),
                        new PaymentMethod("gift-2", "gift_card", new BigDecimal("900.00"), null, null)));
    }

    private static BigDecimal paid(Order order) {
        return order.payments().stream().map(MoneyBalancesTest::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal onGiftCards(Order order) {
        return order.payments().stream()
                .filter(p -> p.methodId().startsWith("gift"))
                .map(MoneyBalancesTest::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(Order.Payment payment) {
        return payment.kind().equals("refund") ? payment.amount().negate() : payment.amount();
    }

    private static BigDecimal purse(Customer customer) {
        return customer.paymentMethods().stream()
                .filter(PaymentMethod::isGiftCard)
                .map(PaymentMethod::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
