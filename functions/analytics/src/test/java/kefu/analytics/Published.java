package kefu.analytics;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kefu.chassis.event.Wire;
import kefu.model.event.Event;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes to the real broker, as another function would. */
@Singleton
@Unremovable
public class Published {
    private final Wire wire;
    private final KafkaProducer<String, byte[]> kafka;

    Published(Wire wire, @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.wire = wire;
        this.kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    public void event(Event event) {
        data(event.topic(), event.key(), wire.write(event).getBytes(StandardCharsets.UTF_8));
    }

    public void data(String topic, String key, byte[] data) {
        try {
            kafka.send(new ProducerRecord<>(topic, key, data)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        kafka.close();
    }
}
