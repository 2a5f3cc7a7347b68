package kefu.analytics.insight;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads all of a topic. */
record TopicReader(KafkaConsumer<String, String> kafka) implements AutoCloseable {
    static TopicReader of(String topic) {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var kafka = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        kafka.assign(kafka.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList());
        return new TopicReader(kafka);
    }

    void awaitRecord(Predicate<ConsumerRecord<String, String>> wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until)
            for (var record : kafka.poll(Duration.ofMillis(200))) if (wanted.test(record)) return;
        throw new AssertionError("no such record");
    }

    @Override
    public void close() {
        kafka.close();
    }
}
