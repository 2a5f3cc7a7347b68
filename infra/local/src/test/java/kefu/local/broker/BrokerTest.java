package kefu.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kefu.local.FreePorts;
import kefu.model.event.DeadLetter;
import kefu.model.event.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    private static final Path JARS = Path.of("../broker/target/lib");

    @TempDir
    private Path folder;

    @Test
    void eventsAreKeptOverARestartOnOtherPortsAndNoProcessIsLeft() throws Exception {
        Process first;
        try (var broker = start(FreePorts.one())) {
            first = broker.process();
            TopicSetup.create(broker.bootstrapServers());
            TopicSetup.create(broker.bootstrapServers());
            send(broker, "kept, 留下");
        }
        assertThat(first.isAlive()).isFalse();

        Process second;
        try (var broker = start(FreePorts.one())) {
            second = broker.process();
            assertThat(firstEvent(broker)).isEqualTo("kept, 留下");
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsAll(Topics.ALL)
                        .contains(DeadLetter.topic(Topics.TURNS));
            }
        }
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aTakenPortIsReported() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void missingJarsAreReportedWithWhatToDo() {
        assertThatThrownBy(() -> Broker.start(folder, folder.resolve("log"), folder.resolve("none"), 1, 2))
                .hasMessageContaining("./kefu");
    }

    private Broker start(int port) throws IOException {
        return Broker.start(folder.resolve("broker"), folder.resolve("broker.log"), JARS, port, FreePorts.one());
    }

    private static void send(Broker broker, String value) throws Exception {
        Map<String, Object> configuration = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.TURNS, 0, "key", value)).get();
        }
    }

    private static String firstEvent(Broker broker) {
        Map<String, Object> configuration = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(Topics.TURNS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
