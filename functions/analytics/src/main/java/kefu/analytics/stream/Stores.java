package kefu.analytics.stream;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;
import kefu.analytics.count.Conversation;
import kefu.analytics.count.Shown;
import kefu.analytics.tally.Tally;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state of a task: on disk, and in Kafka as changelogs. */
record Stores(CountingConfig config, ObjectMapper json) {
    static final String SEEN = "seen";
    static final String BUCKETS = "buckets";
    static final String CONVERSATIONS = "conversations";
    static final String SHOWN = "shown";

    Set<StoreBuilder<?>> all() {
        return Set.of(
                windowStoreBuilder(window(SEEN, config.duplicates()), Serdes.String(), Serdes.ByteArray()),
                windowStoreBuilder(
                        window(SHOWN, config.attribution().plus(config.grace())),
                        Serdes.String(),
                        Stored.as(Shown.Impression.class, json)),
                // The cache gathers what changes between two commits; it hides nothing, for buckets are announced.
                keyValueStoreBuilder(persistentKeyValueStore(BUCKETS), Serdes.Long(), Stored.as(Tally.class, json))
                        .withCachingEnabled(),
                keyValueStoreBuilder(
                                persistentKeyValueStore(CONVERSATIONS),
                                Serdes.String(),
                                Stored.as(Conversation.class, json))
                        .withCachingEnabled());
    }

    private static org.apache.kafka.streams.state.WindowBytesStoreSupplier window(String name, Duration retention) {
        return persistentWindowStore(name, retention, Duration.ofSeconds(1), false);
    }
}
