package kefu.routing.store.rules;

import static kefu.routing.store.rules.Samples.ELSEWHERE;
import static kefu.routing.store.rules.Samples.HOME;
import static kefu.routing.store.rules.Samples.NOW;
import static kefu.routing.store.rules.Samples.POLICY;
import static kefu.routing.store.rules.Samples.customer;
import static kefu.routing.store.rules.Samples.facts;
import static kefu.routing.store.rules.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.routing.store.rules.StoreOperation.BookService;
import kefu.routing.store.rules.StoreOperation.CancelOrder;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderItems;
import kefu.routing.store.rules.StoreOperation.ChangeOrderPayment;
import kefu.routing.store.rules.StoreOperation.ExchangeItems;
import kefu.routing.store.rules.StoreOperation.OnOrder;
import kefu.routing.store.rules.StoreOperation.RefundPriceDifference;
import kefu.routing.store.rules.StoreOperation.RequestInvoice;
import kefu.routing.store.rules.StoreOperation.ReturnItems;
import kefu.routing.store.rules.StoreOperation.UrgeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final CancelOrder CANCEL = new CancelOrder("#W1", "no longer needed");
    private static final UrgeOrder URGE = new UrgeOrder("#W1");
    private static final RefundPriceDifference PROTECT = new RefundPriceDifference("#W1");

    @ParameterizedTest
    @CsvSource({
        "cancelOrder, pending",
        "changeOrderAddress, pending",
        "changeOrderItems, pending",
        "changeOrderPayment, pending",
        "returnItems, delivered",
        "exchangeItems, delivered"
    })
    void anOperationIsPossibleInItsStatusAloneAndSaysSoInBothLanguages(String name, String possible) {
        var operation = Stream.<OnOrder>of(
                        CANCEL,
                        new ChangeOrderAddress("#W1", ELSEWHERE),
                        change("card", "s", "m"),
                        new ChangeOrderPayment("#W1", "paypal"),
                        new ReturnItems("#W1", List.of("s"), "card"),
                        exchange("card", "s", "m"))
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow();
        for (var status : OrderStatus.values()) {
            var verdict = Rules.judge(operation, facts(order(status)));
            if (status.json().equals(possible)) {
                assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
            } else {
                assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(name + ".status");
                    assertThat(refused.reason().in("en")).contains("#W1").doesNotContain("{");
                    assertThat(refused.reason().in("zh")).contains("#W1").containsPattern("\\p{IsHan}");
                });
            }
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> refusals() {
        var pending = order(OrderStatus.PENDING);
        var delivered = order(OrderStatus.DELIVERED);
        var today = LocalDate.parse("2026-11-24");
        return Stream.of(
                arguments("cancel.reason", new CancelOrder("#W1", "too dear"), pending),
                arguments("address.same", new ChangeOrderAddress("#W1", HOME), pending),
                arguments("items.none", new ChangeOrderItems("#W1", List.of(), "card"), pending),
                arguments("item.notInOrder", change("card", "m", "s"), pending),
                arguments("item.notInOrder", change("card", "s", "m", "s", "m", "s", "m"), pending),
                arguments("variant.unknown", change("card", "s", "mug"), pending),
                arguments("variant.unavailable", change("card", "s", "xl"), pending),
                arguments("method.unknown", change("somebody-elses", "s", "m"), pending),
                arguments("giftCard.balance", change("gift", "s", "m"), pending),
                arguments("method.same", new ChangeOrderPayment("#W1", "card"), pending),
                arguments("giftCard.balance", new ChangeOrderPayment("#W1", "gift"), pending),
                arguments("items.none", new ReturnItems("#W1", List.of(), "card"), delivered),
                arguments("item.notInOrder", new ReturnItems("#W1", List.of("mug", "mug"), "card"), delivered),
                arguments("method.notAllowed", new ReturnItems("#W1", List.of("s"), "paypal"), delivered),
                arguments("giftCard.balance", exchange("gift", "s", "m"), delivered),
                arguments("invoice.kind", invoice("papal", "Emily", null), pending),
                arguments("invoice.taxNumber", invoice("company", "Carter Ltd", null), pending),
                arguments("invoice.taxNumber", invoice("company", "Carter Ltd", "12"), pending),
                arguments("service.kind", book("cleaning", "mug", today.plusDays(3)), delivered),
                arguments("service.status", book("repair", "mug", today.plusDays(3)), pending),
                arguments("service.item", book("repair", null, today.plusDays(3)), delivered),
                arguments("item.notInOrder", book("repair", "tent", today.plusDays(3)), delivered),
                arguments("service.day", book("repair", "mug", today.plusDays(1)), delivered),
                arguments("service.day", book("repair", "mug", today.plusDays(61)), delivered),
                arguments("price.notFallen", PROTECT, delivered));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRuleThatIsBrokenIsNamed(String rule, OnOrder operation, Order order) {
        assertThat(Rules.judge(operation, facts(order)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void whatIsImpossibleForAnOrderIsKnownBeforeHowItWouldBe() {
        assertThat(Rules.impossible("cancelOrder", facts(order(OrderStatus.SHIPPED))))
                .hasValueSatisfying(refused -> assertThat(refused.rule()).isEqualTo("cancelOrder.status"));
        var longAgo = Optional.of(NOW.minus(Duration.ofDays(31)));
        assertThat(Rules.impossible("returnItems", facts(order(OrderStatus.DELIVERED), List.of(), longAgo)))
                .hasValueSatisfying(refused -> assertThat(refused.rule()).isEqualTo("return.late"));
        var invoiced = new Past("requestInvoice", NOW, Map.of(), Set.of());
        assertThat(Rules.impossible("requestInvoice", facts(order(OrderStatus.DELIVERED), List.of(invoiced, invoiced))))
                .hasValueSatisfying(refused -> assertThat(refused.rule()).isEqualTo("invoice.often"));
        assertThat(Rules.impossible("cancelOrder", facts(order(OrderStatus.PENDING))))
                .isEmpty();
    }

    @Test
    void aCancelledOrdersMoneyGoesBackTheWayItCame() {
        var allowed = allowed(CANCEL, order(OrderStatus.PENDING, "rich"));

        var order = allowed.order().orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.payments())
                .containsExactly(
                        new Order.Payment("payment", new BigDecimal("106.00"), "rich"),
                        new Order.Payment("refund", new BigDecimal("106.00"), "rich"));
        assertThat(balance(allowed, "rich")).isEqualByComparingTo("606.00");
        assertThat(english(allowed))
                .containsExactly(
                        "Order #W1 is cancelled as a whole: Linen Shirt (s), Linen Shirt (s), Mug (mug).",
                        "Reason: no longer needed.",
                        "106.00 USD goes back to your gift card, at once.");
        assertThat(allowed.lines().getLast().in("zh")).isEqualTo("106.00 USD 退回到礼品卡，即时到账。");
    }

    @Test
    void aCancelledOrderThatChangedItsPaymentPaysBackTheLastMethodAlone() {
        var moved = allowed(new ChangeOrderPayment("#W1", "rich"), order(OrderStatus.PENDING));
        assertThat(balance(moved, "rich")).isEqualByComparingTo("394.00");

        var cancelled = Rules.judge(
                CANCEL,
                new Facts(
                        POLICY,
                        moved.order().orElseThrow(),
                        moved.customer(),
                        Samples.CATALOGUE,
                        List.of(),
                        Optional.empty(),
                        NOW));

        assertThat(cancelled)
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> assertThat(balance(allowed, "rich")).isEqualByComparingTo("500.00"));
    }

    @Test
    void aDearerItemIsChargedAndTheOrderCannotBeChangedAgain() {
        var allowed = allowed(change("paypal", "s", "m"), order(OrderStatus.PENDING));

        var order = allowed.order().orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_ITEMS_MODIFIED);
        assertThat(order.items()).extracting(Order.Item::variantId).containsExactly("m", "s", "mug");
        assertThat(order.payments().getLast())
                .isEqualTo(new Order.Payment("payment", new BigDecimal("3.00"), "paypal"));
        assertThat(english(allowed))
                .contains(
                        "Linen Shirt (s), 49.00 USD, becomes Linen Shirt (m), 52.00 USD.",
                        "3.00 USD is charged to PayPal.");
    }

    @Test
    void bothPiecesOfAVariantOrderedTwiceCanBeChanged() {
        var allowed = allowed(change("gift", "s", "l", "s", "m"), order(OrderStatus.PENDING));

        assertThat(allowed.order().orElseThrow().items())
                .extracting(Order.Item::variantId)
                .containsExactly("l", "m", "mug");
        assertThat(balance(allowed, "gift")).isEqualByComparingTo("3.00");
    }

    @Test
    void noMoneyMovesBeforeAReturnedOrExchangedItemHasArrived() {
        var delivered = order(OrderStatus.DELIVERED);
        var returned = allowed(new ReturnItems("#W1", List.of("s", "s"), "gift"), delivered);
        var exchanged = allowed(exchange("card", "s", "l"), delivered);

        assertThat(returned.order()).contains(delivered.withStatus(OrderStatus.RETURN_REQUESTED));
        assertThat(exchanged.order()).contains(delivered.withStatus(OrderStatus.EXCHANGE_REQUESTED));
        assertThat(List.of(returned.customer(), exchanged.customer())).containsOnly(customer());
        assertThat(List.of(english(returned), english(exchanged)))
                .allSatisfy(lines -> assertThat(lines).anyMatch(line -> line.contains("return address")));
        assertThat(english(returned)).last().asString().contains("98.00 USD", "your gift card", "at once");
        assertThat(english(exchanged)).anyMatch(line -> line.contains("3.50 USD goes to Visa card ending in 7719"));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "31, false"})
    void anItemComesBackWithinTheDaysWhereTheDayOfDeliveryIsKnown(int days, boolean possible) {
        var facts = new Facts(
                POLICY,
                order(OrderStatus.DELIVERED),
                customer(),
                Samples.CATALOGUE,
                List.of(),
                Optional.of(NOW.minus(Duration.ofDays(days))),
                NOW);

        assertThat(Rules.judge(new ReturnItems("#W1", List.of("s"), "card"), facts) instanceof Verdict.Allowed)
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T01:00:00Z, false", // the same day in Shanghai
        "2026-11-23T16:30:00Z, false", // half past midnight of it
        "2026-11-23T15:30:00Z, true" // an hour earlier it was yesterday
    })
    void anOrderIsUrgedOnceADayOfTheShop(java.time.Instant before, boolean possible) {
        var past = List.of(new Past("urgeOrder", before, Map.of("orderId", "#W1"), Set.of()));

        assertThat(Rules.judge(URGE, facts(order(OrderStatus.PENDING), past)) instanceof Verdict.Allowed)
                .isEqualTo(possible);
    }

    @Test
    void aFallenPriceIsRefundedOncePerItemAndTheItemCostsWhatItCostsNow() {
        var paid = order(OrderStatus.SHIPPED)
                .withItems(
                        List.of(Samples.item(Samples.SHIRT, "s", "60.00"), Samples.item(Samples.MUG, "mug", "46.00")));
        var allowed = allowed(PROTECT, paid);

        var order = allowed.order().orElseThrow();
        assertThat(order.total()).isEqualByComparingTo("57.00");
        assertThat(order.payments().getLast()).isEqualTo(new Order.Payment("refund", new BigDecimal("49.00"), "card"));
        var shirtBefore = List.of(new Past("refundPriceDifference", NOW, Map.of(), Set.of("s")));
        assertThat(Rules.judge(PROTECT, facts(paid, shirtBefore)))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        again -> assertThat(again.order()
                                        .orElseThrow()
                                        .payments()
                                        .getLast()
                                        .amount())
                                .isEqualByComparingTo("38.00"));
    }

    @Test
    void aPriceIsProtectedForTheDaysOfThePolicy() {
        var dear = order(OrderStatus.SHIPPED).withItems(List.of(Samples.item(Samples.SHIRT, "s", "60.00")));
        var later = new Facts(
                POLICY,
                dear,
                customer(),
                Samples.CATALOGUE,
                List.of(),
                Optional.empty(),
                NOW.plus(Duration.ofDays(13)));

        assertThat(Rules.judge(PROTECT, later))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("price.late"));
    }

    @Test
    void anInvoiceCanBeCorrectedOnceAndIsOverWhatWasPaid() {
        var unknownKind = invoice("公司法人", "卡特贸易有限公司", "91330100MA27XYZ123");
        var company = invoice("企业", "卡特贸易有限公司", "91330100MA27XYZ123");
        var one = new Past("requestInvoice", NOW, Map.of(), Set.of());

        assertThat(Rules.judge(unknownKind, facts(order(OrderStatus.PENDING)))).isInstanceOf(Verdict.Refused.class);
        assertThat(english(allowed(company, order(OrderStatus.PENDING))))
                .containsExactly(
                        "An electronic invoice (company) over 106.00 USD for order #W1 is made out to: 卡特贸易有限公司.",
                        "Tax number: 91330100MA27XYZ123.");
        assertThat(Rules.judge(company, facts(order(OrderStatus.PENDING), List.of(one))))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(Rules.judge(company, facts(order(OrderStatus.PENDING), List.of(one, one))))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aVisitIsBookedOnceForADayAndCanBeMoved() {
        var third = book("repair", "mug", LocalDate.parse("2026-11-27"));
        var past = List.of(new Past("bookService", NOW, third.arguments(), Set.of()));
        var delivered = order(OrderStatus.DELIVERED);

        assertThat(english(allowed(third, delivered))).containsExactly("repair of Mug (mug) is booked for 2026-11-27.");
        assertThat(Rules.judge(third, facts(delivered, past))).isInstanceOf(Verdict.Refused.class);
        assertThat(Rules.judge(book("repair", "mug", LocalDate.parse("2026-11-28")), facts(delivered, past)))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void theAddressBookAndAnOrdersAddressAreTwoThings() {
        var ofOrder = allowed(new ChangeOrderAddress("#W1", ELSEWHERE), order(OrderStatus.PENDING));
        var ofCustomer = Rules.judge(new ChangeCustomerAddress("c-1", ELSEWHERE), customer(), POLICY);

        assertThat(ofOrder.customer()).isEqualTo(customer());
        assertThat(ofOrder.order().orElseThrow().address()).isEqualTo(ELSEWHERE);
        assertThat(ofCustomer).isInstanceOfSatisfying(Verdict.Allowed.class, allowed -> {
            assertThat(allowed.order()).isEmpty();
            assertThat(allowed.customer().address()).isEqualTo(ELSEWHERE);
        });
    }

    private static Verdict.Allowed allowed(OnOrder operation, Order order) {
        return (Verdict.Allowed) Rules.judge(operation, facts(order));
    }

    private static List<String> english(Verdict.Allowed allowed) {
        return allowed.lines().stream().map(line -> line.in("en")).toList();
    }

    private static BigDecimal balance(Verdict.Allowed allowed, String methodId) {
        return allowed.customer().paymentMethod(methodId).orElseThrow().balance();
    }

    private static ChangeOrderItems change(String method, String... pairs) {
        return new ChangeOrderItems("#W1", changes(pairs), method);
    }

    private static ExchangeItems exchange(String method, String... pairs) {
        return new ExchangeItems("#W1", changes(pairs), method);
    }

    private static List<ItemChange> changes(String... pairs) {
        return java.util.stream.IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> new ItemChange(pairs[2 * i], pairs[2 * i + 1]))
                .toList();
    }

    private static RequestInvoice invoice(String kind, String title, String taxNumber) {
        return new RequestInvoice("#W1", kind, title, Optional.ofNullable(taxNumber));
    }

    private static BookService book(String kind, String item, LocalDate day) {
        return new BookService("#W1", Optional.ofNullable(item), kind, day);
    }
}
