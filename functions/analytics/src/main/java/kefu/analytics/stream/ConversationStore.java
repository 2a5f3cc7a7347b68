package kefu.analytics.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import kefu.analytics.count.Conversation;
import kefu.analytics.count.Conversations;
import org.apache.kafka.streams.state.KeyValueStore;

/** The conversations of one partition. */
record ConversationStore(KeyValueStore<String, Conversation> store, Duration retention, LongSupplier streamTime)
        implements Conversations {
    @Override
    public Optional<Conversation> find(String conversationId) {
        return Optional.ofNullable(store.get(conversationId));
    }

    @Override
    public void put(String conversationId, Conversation conversation) {
        store.put(conversationId, conversation);
    }

    void forgetOld() {
        long oldest = streamTime.getAsLong() - retention.toMillis();
        try (var all = store.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                if (entry.value.lastAt() < oldest) store.delete(entry.key);
            }
        }
    }
}
