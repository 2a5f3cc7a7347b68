package kefu.local.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kefu.model.event.DeadLetter;
import kefu.model.event.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates Kefu's topics, and a dead-letter topic beside each, where they are missing. */
public final class TopicSetup {
    private static final int PARTITIONS = 4;

    private TopicSetup() {}

    /** @param bootstrapServers of the broker */
    public static void create(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var there = admin.listTopics().names().get();
            var missing = new ArrayList<>(topics());
            missing.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka refused the topics: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<NewTopic> topics() {
        return Topics.ALL.stream()
                .flatMap(name -> Stream.of(topic(name), new NewTopic(DeadLetter.topic(name), 1, (short) 1)))
                .toList();
    }

    private static NewTopic topic(String name) {
        var topic = new NewTopic(name, PARTITIONS, (short) 1);
        return Topics.COMPACTED.contains(name) ? topic.configs(Map.of("cleanup.policy", "compact")) : topic;
    }
}
