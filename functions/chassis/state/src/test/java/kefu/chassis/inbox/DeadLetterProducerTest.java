package kefu.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kefu.model.event.DeadLetter;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DeadLetterProducerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProducerRecord<String, byte[]> letter =
            new ProducerRecord<>("kefu.orders.dead-letter", "W1", new byte[] {1});

    @Test
    void aLetterIsSentAgainUntilKafkaTakesIt() {
        var kafka = new Kafka(new TimeoutException("away"), new TopicAuthorizationException("not allowed"));
        new DeadLetterProducer(() -> kafka).send(letter, () -> false).await().atMost(PATIENCE);
        assertThat(kafka.asked).hasSize(3);
        assertThat(kafka.history()).containsExactly(letter);
    }

    @Test
    void oneThatIsTooLargeGoesWithoutValueAndHeadersAndSaysStillWhereItWas() {
        letter.headers()
                .add("traceparent", new byte[] {1})
                .add(DeadLetter.OFFSET, new byte[] {3})
                .add(DeadLetter.OFFSET, new byte[] {7});
        var kafka = new Kafka(new RecordTooLargeException("too large"));
        new DeadLetterProducer(() -> kafka).send(letter, () -> false).await().atMost(PATIENCE);
        assertThat(kafka.history()).singleElement().satisfies(sent -> {
            assertThat(sent.key()).isEqualTo("W1");
            assertThat(sent.value()).isNull();
            assertThat(sent.headers()).containsExactly(letter.headers().lastHeader(DeadLetter.OFFSET));
        });
    }

    @Test
    void aFunctionThatEndsGivesUp() {
        var tries = new AtomicInteger();
        var kafka = new Kafka(new TimeoutException("away"), new TimeoutException("away"), new TimeoutException("away"));
        var sending = new DeadLetterProducer(() -> kafka).send(letter, () -> tries.incrementAndGet() > 1);
        assertThatThrownBy(() -> sending.await().atMost(PATIENCE)).hasStackTraceContaining("away");
        assertThat(kafka.asked).hasSize(2);
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void oneProducerServesAllLettersAndNoneIsMadeBeforeTheFirstOrAfterTheEnd() {
        var made = new AtomicInteger();
        var kafka = new Kafka();
        var producer = new DeadLetterProducer(() -> {
            made.incrementAndGet();
            return kafka;
        });
        assertThat(made).hasValue(0);
        for (int i = 0; i < 2; i++) producer.send(letter, () -> true).await().atMost(PATIENCE);
        producer.close();
        assertThatThrownBy(() -> producer.send(letter, () -> true).await().atMost(PATIENCE))
                .hasStackTraceContaining("the function has ended");
        assertThat(made).hasValue(1);
        assertThat(kafka.closed()).isTrue();
    }

    /** Refuses the first letters, each for one of the reasons. */
    private static final class Kafka extends MockProducer<String, byte[]> {
        private final Queue<RuntimeException> refusals;
        private final List<ProducerRecord<String, byte[]>> asked = new ArrayList<>();

        Kafka(RuntimeException... refusals) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.refusals = new ArrayDeque<>(List.of(refusals));
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> letter, Callback callback) {
            asked.add(letter);
            if (refusals.isEmpty()) return super.send(letter, callback);
            callback.onCompletion(null, refusals.remove());
            return null;
        }
    }
}
