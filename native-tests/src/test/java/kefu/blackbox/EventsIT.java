package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kefu.local.function.Function;
import kefu.model.Ids;
import kefu.model.event.DeadLetter;
import kefu.model.event.Event;
import kefu.model.event.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every kind of event there is, as it stands in the golden files, is read by all that listen to its topic; and none is lost
 * by a function that ends while it reads.
 */
@ExtendWith(WithKefu.class)
class EventsIT {
    /** More than profiling reads in the second that it takes to tell it to end. */
    private static final int MANY = 1_000;

    /** Bytes of a value: with its key and what frames it, it is a little smaller than Kafka's limit of a record. */
    private static final int AS_LARGE_AS_A_TOPIC_TAKES = 1_048_400;
    /** Profiling, recommendation, routing for its reviews, analytics. */
    private static final int READERS_OF_INTERACTIONS = 4;

    private static final String GOLDEN = "shared-model/src/test/resources/golden";

    private final RunningKefu kefu;

    EventsIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @Test
    void noListenerPutsAGoldenEventAside() throws Exception {
        var golden = golden();
        assertThat(golden.stream().map(Golden::type).collect(Collectors.toSet()))
                .hasSameSizeAs(Event.class.getPermittedSubclasses());
        try (var admin = Admin.create(Map.of("bootstrap.servers", kefu.broker()))) {
            var asideBefore =
                    ends(admin, Topics.ALL.stream().map(DeadLetter::topic).toList());
            send(golden);
            var written = ends(admin, Topics.ALL);
            // Behind the whole demo shop, which profiling reads one interaction after the other.
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(waiting(admin, written)).isEmpty());
            assertThat(ends(admin, Topics.ALL.stream().map(DeadLetter::topic).toList()))
                    .isEqualTo(asideBefore);
        }
    }

    @Test
    void aFunctionThatEndsLeavesWhatItWasReadingToTheNext() throws Exception {
        var view = golden().stream()
                .filter(event -> event.type().equals("kefu.interaction.recorded.v1"))
                .findFirst()
                .orElseThrow();
        var id = Http.read(view.json()).path("id").asText();
        var many = IntStream.range(0, MANY)
                .mapToObj(_ -> new Golden(
                        view.type(), view.topic(), view.key(), view.json().replace(id, Ids.next())))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kefu.broker()))) {
            var aside = List.of(DeadLetter.topic(view.topic()));
            var asideBefore = ends(admin, aside);
            send(many);
            var written = ends(admin, List.of(view.topic()));
            var ended = kefu.process(Function.PROFILING);
            await().atMost(Duration.ofMinutes(1)).until(() -> !hasRead(admin, written));
            ended.destroy();
            ended.onExit().join();
            await().atMost(Duration.ofMinutes(3)).until(() -> hasRead(admin, written));
            assertThat(kefu.process(Function.PROFILING)).isNotEqualTo(ended);
            assertThat(ends(admin, aside)).isEqualTo(asideBefore);
        }
    }

    @Test
    void everyReaderSetsAsideWhatIsNoEventThoughItIsAsLargeAsATopicTakes() throws Exception {
        assertThat(lettersOf(new byte[AS_LARGE_AS_A_TOPIC_TAKES]))
                .allSatisfy(letter -> assertThat(letter.value()).hasSize(AS_LARGE_AS_A_TOPIC_TAKES));
    }

    @Test
    void aLetterThatCannotHoldWhatIsNoEventSaysWhereItLies() throws Exception {
        var value = new byte[AS_LARGE_AS_A_TOPIC_TAKES];
        new Random(1).nextBytes(value);
        assertThat(lettersOf(value))
                .allSatisfy(letter -> assertThat(letter.value()).isNull());
    }

    /** @return a letter of each reader, which says why and where */
    private List<ConsumerRecord<String, byte[]>> lettersOf(byte[] noEvent) throws Exception {
        var key = Ids.next();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kefu.broker(), "max.request.size", 2 * noEvent.length),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.INTERACTIONS, key, noEvent)).get();
        }
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                kefu.broker(),
                "group.id",
                key,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(DeadLetter.topic(Topics.INTERACTIONS)));
            var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                for (var letter : consumer.poll(Duration.ofMillis(200)))
                    if (key.equals(letter.key())) letters.add(letter);
                return letters.size() == READERS_OF_INTERACTIONS;
            });
            assertThat(letters)
                    .allSatisfy(letter -> assertThat(DeadLetter.HEADERS)
                            .allSatisfy(name ->
                                    assertThat(letter.headers().lastHeader(name)).isNotNull()));
            return letters;
        }
    }

    /** @return whether profiling is done with all of this */
    private static boolean hasRead(Admin admin, Map<TopicPartition, Long> written) throws Exception {
        var read = admin.listConsumerGroupOffsets("profiling-interactions")
                .partitionsToOffsetAndMetadata()
                .get();
        return written.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .allMatch(end ->
                        read.get(end.getKey()) != null && read.get(end.getKey()).offset() >= end.getValue());
    }

    /** @param key the value of the field that orders such events */
    private record Golden(String type, String topic, String key, String json) {}

    private List<Golden> golden() throws IOException {
        var folder = kefu.repository().resolve(GOLDEN);
        try (var files = Files.walk(folder)) {
            var topics = Files.readAllLines(folder.resolve("topics.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(line -> line[0], line -> line));
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> golden(file, topics))
                    .toList();
        }
    }

    private static Golden golden(Path file, Map<String, String[]> topics) {
        try {
            // Ids of their own: no other test's customer is to be erased, and no product changed.
            var json = Files.readString(file).replaceAll("\"([cpo])-(\\d)", "\"golden-$1-$2");
            JsonNode event = Http.read(json);
            var line = topics.get(event.path("type").asText());
            return new Golden(line[0], line[1], event.findValuesAsText(line[2]).getLast(), json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void send(List<Golden> events) {
        var settings = Map.<String, Object>of("bootstrap.servers", kefu.broker());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var event : events) producer.send(new ProducerRecord<>(event.topic(), event.key(), event.json()));
        }
    }

    /** @return what has been written and not yet been read by a group that listens there */
    private static List<String> waiting(Admin admin, Map<TopicPartition, Long> written) throws Exception {
        var waiting = new ArrayList<String>();
        var names = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
        for (var group : admin.describeConsumerGroups(names).all().get().values()) {
            var read = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (var member : group.members())
                for (var partition : member.assignment().topicPartitions()) {
                    var at = read.get(partition);
                    if ((at == null ? 0 : at.offset()) < written.getOrDefault(partition, 0L))
                        waiting.add(group.groupId() + " at " + partition);
                }
        }
        return waiting;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<String> topics) throws Exception {
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
