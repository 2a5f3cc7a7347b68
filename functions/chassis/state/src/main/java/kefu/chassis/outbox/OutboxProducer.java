package kefu.chassis.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands rows to Kafka as CloudEvents in binary mode (CloudEvents Kafka protocol binding 1.0.2). */
@ApplicationScoped
class OutboxProducer {
    private final Map<String, Object> broker;
    private final String source;
    private Producer<String, String> kafka;

    OutboxProducer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String function) {
        this.broker = broker;
        this.source = "/kefu/" + function;
    }

    /**
     * Sends rows in their order and waits until Kafka has acknowledged each. What is not acknowledged in time is dropped
     * together with the producer: one that went on by itself would send later rows of a key before earlier ones, which
     * wait for the next try.
     *
     * @throws NotSent when it did not within the patience; what had arrived then arrives again with the next try
     */
    void send(List<OutboxRow> rows, Duration patience) {
        var kafka = kafka(patience);
        var sent = new ArrayList<Future<?>>(rows.size());
        try {
            for (var row : rows) sent.add(kafka.send(record(row)));
            for (var one : sent) one.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            drop();
            throw new NotSent(e.getCause());
        } catch (TimeoutException | org.apache.kafka.common.KafkaException e) {
            drop();
            throw new NotSent(e);
        } catch (InterruptedException e) {
            drop();
            Thread.currentThread().interrupt();
            throw new NotSent(e);
        }
    }

    private synchronized void drop() {
        if (kafka != null) kafka.close(Duration.ZERO);
        kafka = null;
    }

    /** Not before the first event: a function that waits for Kafka at start does not start without it. */
    private synchronized Producer<String, String> kafka(Duration patience) {
        if (kafka == null) {
            var settings = new HashMap<>(broker);
            settings.put("acks", "all");
            settings.put("enable.idempotence", true);
            settings.put("linger.ms", 0);
            settings.put("compression.type", "none");
            settings.put("max.block.ms", patience.toMillis());
            settings.put("request.timeout.ms", (int) patience.toMillis());
            // Never by itself: a batch that Kafka's client gives up on lets the next one overtake it.
            settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
            settings.put("reconnect.backoff.max.ms", 500);
            settings.put("metadata.max.age.ms", 60_000);
            kafka = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return kafka;
    }

    private ProducerRecord<String, String> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.key(), row.data());
        if (row.traceParent() != null) header(record, "traceparent", row.traceParent());
        if (row.data() == null) return record;
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", row.eventId());
        header(record, "ce_source", source);
        header(record, "ce_type", row.type());
        header(record, "ce_time", row.occurredAt().toString());
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @PreDestroy
    synchronized void close() {
        if (kafka != null) kafka.close(Duration.ofSeconds(2));
    }

    /** Kafka did not take a batch. */
    static final class NotSent extends RuntimeException {
        NotSent(Throwable cause) {
            super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        }
    }
}
