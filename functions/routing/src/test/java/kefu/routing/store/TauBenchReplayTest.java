package kefu.routing.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;
import kefu.model.shop.Product;
import kefu.routing.store.rules.StoreOperation;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.TauBenchShop;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What the tasks of tau-bench retail expect is what happens, with the money they expect. Twenty of their operations charge
 * a gift card that has too little; there the task expects that nothing changes.
 */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class TauBenchReplayTest {
    private static final Map<String, String> STATUS_AFTER = Map.of(
            "cancelOrder", "cancelled",
            "changeOrderAddress", "pending",
            "changeOrderPayment", "pending",
            "changeOrderItems", "pending_items_modified",
            "returnItems", "return_requested",
            "exchangeItems", "exchange_requested");

    @Inject
    ShopFixture fixture;

    private int tooLittle;

    @Inject
    Operations operations;

    @Inject
    Store store;

    @Inject
    ObjectMapper json;

    @Test
    void everyTaskOfTheTrainingSplitCanBeDone() throws JsonProcessingException {
        var found = TauBenchShop.find();
        Assumptions.assumeTrue(
                found.isPresent(), "skipped: the tau-bench retail data is not in ../shared/data/tau-bench-retail");
        var shop = found.get();
        open(shop);

        var softly = new SoftAssertions();
        int done = 0;
        for (var task : shop.tasks()) {
            QuarkusTransaction.begin();
            try {
                for (var expected : task.operations()) {
                    done++;
                    replay(task, expected, done, softly);
                }
            } finally {
                // Each task begins with the shop as it was.
                QuarkusTransaction.rollback();
            }
        }
        softly.assertAll();
        assertThat(done).isEqualTo(768);
        assertThat(tooLittle).isEqualTo(20);
    }

    private void replay(TauBenchShop.Task task, TauBenchShop.Expected expected, int number, SoftAssertions softly) {
        var asker = Asker.customer(task.customerId());
        var operation = StoreOperation.read(expected.name(), expected.arguments());
        var orderId = ((StoreOperation.OnOrder) operation).orderId();
        var order = store.order(orderId).orElseThrow();
        var customer = store.customer(task.customerId()).orElseThrow();

        var previewed = operations.preview(operation, asker);
        var outcome = operations.perform(operation, asker, "task-" + number);

        if (needed(order, expected).compareTo(available(customer, expected)) > 0) {
            softly.assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo("giftCard.balance"));
            softly.assertThat(store.order(orderId)).contains(order);
            tooLittle++;
            return;
        }
        softly.assertThat(outcome).as("%s: %s", task.instruction(), outcome).isInstanceOf(Outcome.Done.class);
        if (!(outcome instanceof Outcome.Done(var _, var lines))) return;
        softly.assertThat(previewed).isEqualTo(new Outcome.Previewed(lines));
        var after = store.order(orderId).orElseThrow();
        softly.assertThat(after.status().json()).isEqualTo(STATUS_AFTER.get(expected.name()));
        softly.assertThat(paid(after))
                .as("paid for %s after %s", orderId, expected.name())
                .isEqualByComparingTo(
                        switch (expected.name()) {
                            case "cancelOrder" -> BigDecimal.ZERO;
                            case "changeOrderItems" -> order.total().add(difference(order, expected));
                            default -> order.total();
                        });
        var customerAfter = store.customer(task.customerId()).orElseThrow();
        softly.assertThat(giftCards(customerAfter).subtract(giftCards(customer)))
                .isEqualByComparingTo(onGiftCards(order, customer).subtract(onGiftCards(after, customer)));
    }

    private BigDecimal needed(Order order, TauBenchShop.Expected expected) {
        return switch (expected.name()) {
            case "changeOrderItems", "exchangeItems" -> difference(order, expected);
            case "changeOrderPayment" -> order.total();
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal available(Customer customer, TauBenchShop.Expected expected) {
        return customer.paymentMethod(String.valueOf(expected.arguments().get("paymentMethodId")))
                .filter(PaymentMethod::isGiftCard)
                .map(PaymentMethod::balance)
                .orElse(new BigDecimal("1000000"));
    }

    /** Counted from the task's own ids and the catalogue's prices. */
    private BigDecimal difference(Order order, TauBenchShop.Expected expected) {
        var difference = BigDecimal.ZERO;
        for (var change : (List<?>) expected.arguments().get("changes")) {
            var ids = (Map<?, ?>) change;
            var item = order.items().stream()
                    .filter(i -> i.variantId().equals(ids.get("variantId")))
                    .findFirst()
                    .orElseThrow();
            var now = store.product(item.productId())
                    .flatMap(p -> p.variant((String) ids.get("newVariantId")))
                    .orElseThrow();
            difference = difference.add(now.price()).subtract(item.price());
        }
        return difference;
    }

    private void open(TauBenchShop shop) throws JsonProcessingException {
        var products = new java.util.ArrayList<Product>();
        for (var product : shop.products()) products.add(json.treeToValue(product, Product.class));
        fixture.sell(products);
        put("customers", shop.customers());
        put("orders", shop.orders());
    }

    private static void put(String path, List<ObjectNode> records) {
        for (int from = 0; from < records.size(); from += 200) {
            var batch = records.subList(from, Math.min(records.size(), from + 200));
            ShopFixture.put(path, batch.toString())
                    .statusCode(200)
                    .body("accepted", org.hamcrest.Matchers.is(batch.size()));
        }
    }

    private static BigDecimal paid(Order order) {
        return order.payments().stream().map(TauBenchReplayTest::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal onGiftCards(Order order, Customer customer) {
        return order.payments().stream()
                .filter(p -> customer.paymentMethod(p.methodId())
                        .filter(PaymentMethod::isGiftCard)
                        .isPresent())
                .map(TauBenchReplayTest::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(Order.Payment payment) {
        return payment.kind().equals("refund") ? payment.amount().negate() : payment.amount();
    }

    private static BigDecimal giftCards(Customer customer) {
        return customer.paymentMethods().stream()
                .filter(PaymentMethod::isGiftCard)
                .map(PaymentMethod::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
