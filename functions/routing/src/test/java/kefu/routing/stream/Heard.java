package kefu.routing.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What Kafka carries: everything of a topic with a key, from its beginning. */
public final class Heard implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final String key;
    private final List<String> data = new ArrayList<>();

    public Heard(String bootstrapServers, String topic, String key) {
        this.key = key;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "test-" + key,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** @return the data so far, in order */
    public List<String> soFar() {
        for (var one : consumer.poll(Duration.ofMillis(100))) if (one.key().equals(key)) data.add(one.value());
        return List.copyOf(data);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
