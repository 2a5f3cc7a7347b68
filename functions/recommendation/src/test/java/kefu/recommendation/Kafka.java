package kefu.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import kefu.chassis.event.Wire;
import kefu.model.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other functions' side of the broker, for tests. */
@Singleton
public class Kafka {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String servers;
    private final Wire wire;
    private final KafkaProducer<String, String> producer;

    Kafka(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Wire wire) {
        this.servers = servers;
        this.wire = wire;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
    }

    public void publish(Event event) {
        publish(event.topic(), event.key(), wire.write(event));
    }

    public void publish(String topic, String key, String data) {
        producer.send(new ProducerRecord<>(topic, key, data));
        producer.flush();
    }

    /** @return the first event of this type on the topic, from its beginning, that is wanted */
    public <E extends Event> E await(String topic, Class<E> type, Predicate<E> wanted) {
        var record = awaitRecord(topic, candidate -> {
            var event = wire.read(candidate.value());
            return type.isInstance(event) && wanted.test(type.cast(event));
        });
        return type.cast(wire.read(record.value()));
    }

    public ConsumerRecord<String, byte[]> awaitRecord(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (var kafka = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            kafka.assign(kafka.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList());
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until)
                for (var record : kafka.poll(Duration.ofMillis(200)))
                    if (record.value() != null && wanted.test(record)) return record;
        }
        throw new AssertionError("no such record on " + topic);
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
