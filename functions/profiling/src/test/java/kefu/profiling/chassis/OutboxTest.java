package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.Event;
import kefu.model.event.ProductsRecommended;
import kefu.model.event.Topics;
import kefu.profiling.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class OutboxTest {
    @Inject
    Outbox outbox;

    @Test
    void eventsOfOneKeyLeaveInOrderHoweverManyTransactionsMadeThem() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            int from = i * 100;
            QuarkusTransaction.requiringNew()
                    .run(() -> IntStream.range(from, from + 100).forEach(n -> outbox.append(event(key, n))));
        }

        var ids = await().until(() -> sent(key), sent -> sent.size() >= 500);

        assertThat(ids).isEqualTo(IntStream.range(0, 500).mapToObj(n -> key + n).toList());
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(event(key, 0));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event(key, 1)));

        await().untilAsserted(() -> assertThat(sent(key)).containsExactly(key + 1));
    }

    @Test
    void anEventWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(event("k", 0))).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> sent(String key) {
        return Kafka.records(Topics.RECOMMENDATIONS, key).stream()
                .map(record -> Kafka.header(record, "ce_id"))
                .toList();
    }

    private static Event event(String key, int number) {
        return new ProductsRecommended(key + number, Instant.EPOCH, Instant.EPOCH, "r", key, null, List.of());
    }
}
