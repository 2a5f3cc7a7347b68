package kefu.analytics.stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import kefu.chassis.event.Wire;
import kefu.model.event.DeadLetter;
import kefu.model.event.Topics;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The way of an event: read, counted, its bucket announced; what cannot be read or counted goes to the dead letters of its
 * topic. Topics of one key have the same number of partitions, so that a conversation's turns, hand-offs and feedback meet
 * in one task, and so do what was shown to a customer and what they did.
 */
public class CountTopology {
    static final List<String> TOPICS = List.of(
            Topics.TURNS, Topics.HANDOFFS, Topics.FEEDBACK, Topics.ORDERS, Topics.RECOMMENDATIONS, Topics.INTERACTIONS);
    static final String BOARD = "board";
    static final String DEAD_LETTERS = "dead-letters";

    private CountTopology() {}

    /** Makes the topology; pure, so that it runs under a test driver, too. */
    @Produces
    @Singleton
    static Topology topology(CountingConfig config, Wire wire, ObjectMapper mapper, MeterRegistry metrics) {
        var json = mapper.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        var stores = new Stores(config, json);
        var toBytes = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "events",
                        new EventTime(),
                        new ByteArrayDeserializer(),
                        reading(wire),
                        TOPICS.toArray(String[]::new))
                .addProcessor("count", counting(config, json, stores, metrics), "events")
                .addSink(BOARD, config.boardTopic(), toBytes, toBytes, "count")
                .addSink(DEAD_LETTERS, (_, _, context) -> DeadLetter.topic(context.topic()), toBytes, toBytes, "count");
    }

    private static ProcessorSupplier<byte[], Reading, byte[], byte[]> counting(
            CountingConfig config, ObjectMapper json, Stores stores, MeterRegistry metrics) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], Reading, byte[], byte[]> get() {
                return new CountProcessor(config, json, metrics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores.all();
            }
        };
    }

    private static Deserializer<Reading> reading(Wire wire) {
        return new Deserializer<>() {
            @Override
            public Reading deserialize(String topic, byte[] data) {
                return Reading.of(data, wire);
            }

            @Override
            public Reading deserialize(String topic, Headers headers, byte[] data) {
                return Reading.of(data, wire);
            }
        };
    }
}
