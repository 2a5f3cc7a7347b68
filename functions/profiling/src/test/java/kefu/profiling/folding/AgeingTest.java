package kefu.profiling.folding;

import static kefu.profiling.Shop.asAdmin;
import static kefu.profiling.Shop.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kefu.chassis.event.Wire;
import kefu.model.Ids;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.shop.Interaction;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.profiling.Kafka;
import kefu.profiling.TimeTravel;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class AgeingTest {
    @Inject
    Ageing ageing;

    @Inject
    EvidenceStore evidence;

    @Inject
    Wire wire;

    @Test
    void aCustomerWhoBoughtAndFellSilentIsAtRiskOneDay() {
        var customer = newCustomer();
        var now = Instant.now();
        var item = new Order.Item("p1", "v1", "Tent", BigDecimal.TEN, Map.of());
        var order = new OrderChanged(
                Ids.next(),
                now,
                now,
                "o-" + customer,
                customer,
                OrderStatus.PENDING,
                now,
                BigDecimal.TEN,
                "USD",
                List.of(item),
                null);
        Kafka.send(order.topic(), order.key(), wire.write(order));
        await().untilAsserted(() -> profile(customer).body("segments", contains("regular")));

        ageing.age();
        profile(customer).body("segments", contains("regular"));

        TimeTravel.later(Duration.ofDays(91), () -> {
            ageing.age();
            await().untilAsserted(() -> profile(customer).body("segments", contains("regular", "at_risk")));
        });
    }

    @Test
    void evidenceBeyondTheHorizonIsDeleted() {
        var customer = newCustomer();
        var now = Instant.now();
        var view = new InteractionRecorded(
                Ids.next(), now, now, new Interaction(customer, Interaction.Kind.VIEW, "p1", null, null, null, now));
        Kafka.send(view.topic(), view.key(), wire.write(view));
        await().untilAsserted(() -> profile(customer).body("products", hasSize(1)));

        ageing.age();
        assertThat(evidence.export(customer).tallies()).hasSize(1);

        TimeTravel.later(Duration.ofDays(367), ageing::age);
        assertThat(evidence.export(customer).tallies()).isEmpty();
    }

    private static ValidatableResponse profile(String customer) {
        return asAdmin().get("/v1/customers/{id}/profile", customer).then().statusCode(200);
    }
}
