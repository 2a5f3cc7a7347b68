package kefu.analytics.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Sees to it that the board topic exists, however long Kafka takes to come up. Nothing waits for that but counting. */
@ApplicationScoped
class BoardTopic {
    private static final Logger LOG = Logger.getLogger(BoardTopic.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final CountingConfig config;
    private volatile Thread creating;

    BoardTopic(@Identifier("default-kafka-broker") Map<String, Object> broker, CountingConfig config) {
        this.broker = new HashMap<>(broker);
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        creating = Thread.ofPlatform().name("board-topic").daemon().start(this::createSomeTime);
    }

    void stop(@Observes ShutdownEvent event) {
        if (creating != null) creating.interrupt();
    }

    private void createSomeTime() {
        broker.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        broker.put("request.timeout.ms", (int) PATIENCE.toMillis());
        try (var admin = Admin.create(broker)) {
            while (!create(admin)) TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean create(Admin admin) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic())).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) return true;
            LOG.debugf("The topic %s is not there yet: %s", config.boardTopic(), e.getMessage());
            return false;
        }
    }

    /** A bucket's last announcement is kept, and none for longer than buckets are. */
    private NewTopic topic() {
        return new NewTopic(config.boardTopic(), Optional.empty(), Optional.empty())
                .configs(Map.of(
                        "cleanup.policy", "compact,delete",
                        "retention.ms", String.valueOf(config.retention().toMillis()),
                        "segment.ms", String.valueOf(Duration.ofHours(1).toMillis()),
                        "segment.bytes", String.valueOf(64 << 20)));
    }
}
