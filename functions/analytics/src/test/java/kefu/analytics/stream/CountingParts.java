package kefu.analytics.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kefu.analytics.tally.Tally;
import kefu.chassis.event.TestWire;
import kefu.chassis.event.Wire;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;

/** The topology and what it needs, as the container would make them. */
final class CountingParts {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final Wire wire = TestWire.of(json);
    private final CountingConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
            .withMapping(CountingConfig.class)
            .withDefaultValue("java.io.tmpdir", System.getProperty("java.io.tmpdir"))
            .build()
            .getConfigMapping(CountingConfig.class);

    Topology topology() {
        return CountTopology.topology(config, wire, json, new SimpleMeterRegistry());
    }

    CountingConfig config() {
        return config;
    }

    Wire wire() {
        return wire;
    }

    Tally tally(byte[] data) {
        return Stored.as(Tally.class, json).deserializer().deserialize(null, data);
    }

    /** @return the sum of what the board says last of each bucket */
    Tally board(String broker) {
        var last = new HashMap<String, byte[]>();
        for (var record : records(broker)) last.put(record.key(), record.value());
        var sum = new Tally();
        last.values().forEach(data -> sum.add(tally(data)));
        return sum;
    }

    long announcements(String broker) {
        return records(broker).size();
    }

    private List<ConsumerRecord<String, byte[]>> records(String broker) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker, "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        try (var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(config.boardTopic(), 0);
            kafka.assign(List.of(partition));
            long end = kafka.endOffsets(List.of(partition)).get(partition);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (kafka.position(partition) < end)
                kafka.poll(Duration.ofMillis(100)).forEach(all::add);
            return all;
        }
    }
}
