package kefu.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of the running Kefu. */
record Topic(String bootstrapServers, String name) {
    /** @return what the topic holds under this key by now, oldest first */
    List<JsonNode> under(String key) {
        return records(key).stream().map(record -> Http.read(record.value())).toList();
    }

    /** @return the values of a header, of the records under this key that have it */
    List<String> headers(String key, String header) {
        return records(key).stream()
                .flatMap(record -> Optional.ofNullable(record.headers().lastHeader(header)).stream())
                .map(found -> new String(found.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<String, String>> records(String key) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p)))
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .filter(r -> key.equals(r.key()) && r.value() != null)
                        .forEach(found::add);
            return found;
        }
    }
}
