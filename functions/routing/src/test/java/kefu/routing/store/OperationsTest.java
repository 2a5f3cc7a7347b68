package kefu.routing.store;

import static kefu.routing.store.ShopFixture.customer;
import static kefu.routing.store.ShopFixture.order;
import static kefu.routing.store.ShopFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kefu.chassis.problem.ProblemException;
import kefu.model.shop.Address;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.routing.store.rules.StoreOperation.CancelOrder;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderAddress;
import kefu.routing.store.rules.StoreOperation.UrgeOrder;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class OperationsTest {
    private static final String PLACED = "2026-11-01T00:00:00Z";
    private static final Asker CUSTOMER = Asker.customer("c-ops");
    private static final Address ELSEWHERE = new Address("2 Beech Street", null, "Salem", "OR", "US", "97301");

    @Inject
    Operations operations;

    @Inject
    Store store;

    @Inject
    Receipts receipts;

    @BeforeEach
    void thereIsACustomer() {
        put("customers", List.of(customer("c-ops"))).statusCode(200);
    }

    @Test
    void anOrderIsUrgedOnceHoweverManyAskAtTheSameTime() throws Exception {
        put("orders", List.of(order("#W7101", "c-ops", "pending", PLACED))).statusCode(200);

        var outcomes = atOnce(8, i -> operations.perform(new UrgeOrder("#W7101"), CUSTOMER, "key-" + i));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .allMatch(o -> ((Outcome.Refused) o).rule().equals("urge.today"));
        assertThat(receipts.of("#W7101")).hasSize(1);
    }

    @Test
    void anOperationThatIsRetriedUnderItsKeyGivesTheSameReceipt() throws Exception {
        put("orders", List.of(order("#W7102", "c-ops", "pending", PLACED))).statusCode(200);
        var cancel = new CancelOrder("w7102", "no longer needed");

        var outcomes = atOnce(6, _ -> operations.perform(cancel, CUSTOMER, "same"));

        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        assertThat(outcomes.stream().map(o -> ((Outcome.Done) o).receipt()).distinct())
                .hasSize(1);
        assertThat(store.order("#W7102").orElseThrow().payments()).hasSize(2);
        assertThatThrownBy(() -> operations.perform(new UrgeOrder("#W7102"), CUSTOMER, "same"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void nothingHappenedWhereTheTransactionAroundItFails() {
        put("orders", List.of(order("#W7103", "c-ops", "pending", PLACED))).statusCode(200);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(store.order("#W7103").orElseThrow().address().city())
                            .isEqualTo("杭州市");
                    operations.perform(new ChangeOrderAddress("#W7103", ELSEWHERE), CUSTOMER, "lost");
                    throw new IllegalStateException("the turn fails");
                }))
                .hasMessageContaining("the turn fails");

        assertThat(store.order("#W7103").orElseThrow().address().city()).isEqualTo("杭州市");
        assertThat(receipts.of("#W7103")).isEmpty();
    }

    @Test
    void whatCountsIsTheOrderAsItIsNowNotAsTheTransactionFirstReadIt() {
        put("orders", List.of(order("#W7104", "c-ops", "pending", PLACED))).statusCode(200);

        QuarkusTransaction.requiringNew().run(() -> {
            store.order("#W7104");
            put("orders", List.of(order("#W7104", "c-ops", "shipped", PLACED))).statusCode(200);
            assertThat(operations.perform(new CancelOrder("#W7104", "no longer needed"), CUSTOMER, "late"))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class, r -> assertThat(r.rule()).isEqualTo("cancelOrder.status"));
        });
    }

    @Test
    void nobodyButStaffTouchesAnotherCustomersOrder() {
        put("orders", List.of(order("#W7105", "c-ops", "pending", PLACED))).statusCode(200);
        var stranger = Asker.customer("c-stranger");
        var model = new Asker("model", "generator", "c-stranger");

        for (var asker : List.of(stranger, model)) {
            assertThat(operations.preview(new UrgeOrder("#W7105"), asker)).isInstanceOf(Outcome.Refused.class);
            assertThat(operations.perform(new UrgeOrder("#W7105"), asker, "x")).isInstanceOf(Outcome.Refused.class);
            assertThat(operations.perform(new ChangeCustomerAddress("c-ops", ELSEWHERE), asker, "x"))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(operations.perform(new UrgeOrder("#W7105"), Asker.agent("ann"), "x"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReceiptThatWasTamperedWithIsFoundOut() {
        put("orders", List.of(order("#W7106", "c-ops", "pending", PLACED))).statusCode(200);
        var done = (Outcome.Done) operations.perform(new UrgeOrder("#W7106"), CUSTOMER, "x");
        var kept = receipts.receipt(done.receipt().id()).orElseThrow();

        assertThat(receipts.isIntact(kept)).isTrue();
        var forged = new Receipt(
                kept.id(),
                kept.at(),
                "cancelOrder",
                kept.arguments(),
                kept.asker(),
                kept.agreed(),
                kept.before(),
                kept.after(),
                kept.signature());
        assertThat(receipts.isIntact(forged)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "静, 陈, 310012, true",
        "陈静, '', 310 012, true",
        "陈, 静, 310012, true",
        "静, 陈, 310013, false",
        "'', '', 310012, false"
    })
    void aCustomerIsFoundByNameAndPostcode(String first, String last, String zip, boolean found) {
        assertThat(store.customersByNameAndZip(first, last, zip).stream()
                        .map(Customer::id)
                        .toList()
                        .contains("c-ops"))
                .isEqualTo(found);
    }

    @Test
    void aCustomerIsFoundByEMailWhateverItsCase() {
        assertThat(store.customerByEmail(" C-OPS@example.COM"))
                .map(Customer::id)
                .contains("c-ops");
        assertThat(store.customerByEmail("nobody@example.com")).isEmpty();
        assertThat(store.customerByEmail("")).isEmpty();
    }

    @Test
    void ordersComeNewestFirstAndDigitsNameOneWhereTheyAreUnique() {
        put("customers", List.of(customer("c-many"))).statusCode(200);
        put(
                        "orders",
                        List.of(
                                order("#W7107", "c-many", "pending", "2026-10-01T00:00:00Z"),
                                order("#W7108", "c-many", "pending", "2026-11-01T00:00:00Z"),
                                order("#X7108", "c-many", "pending", "2026-09-01T00:00:00Z")))
                .statusCode(200);

        assertThat(store.ordersOf("c-many")).extracting(Order::id).containsExactly("#W7108", "#W7107", "#X7108");
        assertThat(store.order("7107")).map(Order::id).contains("#W7107");
        assertThat(store.order("7108")).isEmpty();
        assertThat(store.order("# x7108")).map(Order::id).contains("#X7108");
        assertThat(store.order("#")).isEmpty();
    }

    private interface Attempt {
        Outcome make(int number);
    }

    private static List<Outcome> atOnce(int times, Attempt attempt) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            var attempts = new ArrayList<Callable<Outcome>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                attempts.add(() -> attempt.make(number));
            }
            var outcomes = new ArrayList<Outcome>();
            for (var future : pool.invokeAll(attempts)) outcomes.add(future.get());
            return outcomes;
        }
    }
}
