package kefu.analytics.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kefu.analytics.tally.Tally;
import kefu.model.event.DeadLetter;
import kefu.model.event.Event;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under Kafka's test driver: publish, then read what the board is told. */
final class Counting implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:03Z");

    private final CountingParts parts = new CountingParts();
    private final TreeMap<Long, Tally> board = new TreeMap<>();
    private final TopologyTestDriver driver;

    Counting() {
        var properties = new Properties();
        properties.put("application.id", "test");
        properties.put("state.dir", "target/test-driver-" + UUID.randomUUID());
        driver = new TopologyTestDriver(parts.topology(), properties, NOW);
    }

    void publish(Event event) {
        publish(event, event.occurredAt());
    }

    /** @param at when it is published, which may be long after it happened */
    void publish(Event event, Instant at) {
        pipe(event.topic(), written(event), at);
    }

    byte[] written(Event event) {
        return parts.wire().write(event).getBytes(StandardCharsets.UTF_8);
    }

    void pipe(String topic, byte[] value, Instant at) {
        pipe(topic, value, at, new byte[0]);
    }

    void pipe(String topic, byte[] value, Instant at, byte[] header) {
        pipe(topic, "key".getBytes(StandardCharsets.UTF_8), value, at, header);
    }

    /** @param header the value of the record's only header */
    void pipe(String topic, byte[] key, byte[] value, Instant at, byte[] header) {
        var serializer = new ByteArraySerializer();
        var headers = new RecordHeaders().add("own", header);
        driver.createInputTopic(topic, serializer, serializer).pipeInput(new TestRecord<>(key, value, headers, at));
    }

    List<TestRecord<byte[], byte[]>> deadLetters(String topic) {
        var deserializer = new ByteArrayDeserializer();
        return driver.createOutputTopic(DeadLetter.topic(topic), deserializer, deserializer)
                .readRecordsToList();
    }

    /** @return everything that was counted */
    Tally all() {
        readBoard();
        var sum = new Tally();
        board.values().forEach(sum::add);
        return sum;
    }

    /** @return what was counted in the bucket with this time in it */
    Tally at(Instant time) {
        readBoard();
        return board.getOrDefault(kefu.analytics.tally.Bucket.of(time), new Tally());
    }

    List<Long> keptBuckets() {
        try (var buckets = driver.<Long, Tally>getKeyValueStore(Stores.BUCKETS).all()) {
            var starts = new ArrayList<Long>();
            buckets.forEachRemaining(bucket -> starts.add(bucket.key));
            return starts;
        }
    }

    /** @return keys and values of all that the task left in Kafka: its state's changelogs, the board */
    List<String> allThatIsKept() {
        var deserializer = new ByteArrayDeserializer();
        return driver.producedTopicNames().stream()
                .flatMap(topic ->
                        driver.createOutputTopic(topic, deserializer, deserializer).readRecordsToList().stream())
                .flatMap(record -> Stream.of(record.key(), record.value()))
                .filter(Objects::nonNull)
                .map(data -> new String(data, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private void readBoard() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        var deserializer = new ByteArrayDeserializer();
        for (var record : driver.createOutputTopic(parts.config().boardTopic(), deserializer, deserializer)
                .readRecordsToList()) {
            var key = BoardKey.parse(new String(record.key(), StandardCharsets.UTF_8));
            board.put(key.bucket(), parts.tally(record.value()));
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
