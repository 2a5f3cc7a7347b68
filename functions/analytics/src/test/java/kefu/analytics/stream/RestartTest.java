package kefu.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import kefu.analytics.Given;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Tally;
import kefu.local.broker.Broker;
import kefu.local.broker.TopicSetup;
import kefu.model.event.Event;
import kefu.testing.RealBrokerAndDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restart leaves, against a real broker. */
class RestartTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private Broker broker;
    private KafkaStreams streams;
    private final CountingParts parts = new CountingParts();

    @BeforeEach
    void startBroker() throws Exception {
        var jars = RealBrokerAndDatabase.repository().resolve("infra/broker/target/lib");
        broker = Broker.start(
                folder.resolve("broker"),
                folder.resolve("broker.log"),
                jars,
                RealBrokerAndDatabase.freePort(),
                RealBrokerAndDatabase.freePort());
        TopicSetup.create(broker.bootstrapServers());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(java.util.List.of(new NewTopic(parts.config().boardTopic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        if (streams != null) streams.close(Duration.ofSeconds(10));
        broker.close();
    }

    @ParameterizedTest(name = "state lost: {0}")
    @ValueSource(booleans = {false, true})
    void whatWasCountedIsThereAfterARestartAndNothingCountsTwice(boolean stateLost) throws Exception {
        var turn = Given.turn("a", NOW).answered();
        start("first");
        publish(turn);
        await().atMost(Duration.ofSeconds(30)).until(() -> counted().of(Counters.TURNS) == 1);
        streams.close(Duration.ofSeconds(10));

        publish(turn);
        publish(Given.turn("a", NOW.plusSeconds(1)).answered());
        start(stateLost ? "second" : "first");

        await().atMost(Duration.ofSeconds(30)).until(() -> counted().of(Counters.TURNS) == 2);
        assertThat(counted().of(Counters.DUPLICATES)).isOne();
        assertThat(counted().of(Counters.CONVERSATIONS)).isOne();
    }

    @Test
    void aPartitionThatFindsItsBoardGoneTellsAllOfItAgain() throws Exception {
        start("first");
        publish(Given.turn("a", NOW).answered());
        await().atMost(Duration.ofSeconds(30)).until(() -> counted().of(Counters.TURNS) == 1);
        streams.close(Duration.ofSeconds(10));
        long before = parts.announcements(broker.bootstrapServers());

        start("first");
        await().atMost(Duration.ofSeconds(30)).until(() -> parts.announcements(broker.bootstrapServers()) > before);
        assertThat(counted().of(Counters.TURNS)).isOne();
    }

    /** With the function's own settings. */
    private void start(String state) throws Exception {
        var settings = new Properties();
        try (var file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            var all = new Properties();
            all.load(file);
            var prefix = "kafka-streams.";
            for (var name : all.stringPropertyNames())
                if (name.startsWith(prefix)) settings.put(name.substring(prefix.length()), all.getProperty(name));
        }
        settings.put("application.id", "analytics-count");
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("state.dir", Files.createDirectories(folder.resolve(state)).toString());
        streams = new KafkaStreams(parts.topology(), settings);
        streams.start();
    }

    private Tally counted() {
        return parts.board(broker.bootstrapServers());
    }

    private void publish(Event event) throws Exception {
        try (var kafka = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            kafka.send(new ProducerRecord<>(
                            event.topic(),
                            event.key(),
                            parts.wire().write(event).getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
