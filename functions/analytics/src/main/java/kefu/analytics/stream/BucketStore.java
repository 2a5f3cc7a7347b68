package kefu.analytics.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kefu.analytics.count.Buckets;
import kefu.analytics.tally.Bucket;
import kefu.analytics.tally.Tally;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The buckets of one partition. Changed ones are announced, newest first, a few at a time. */
final class BucketStore implements Buckets {
    private static final int MOST_AT_ONCE = 500;

    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Long, Tally> store;
    private final Serializer<Tally> serializer;
    private final long retention;
    private final LongSupplier streamTime;
    private final TreeSet<Long> changed = new TreeSet<>();

    /** Announces all that is there: what was changed and not announced when a task ended is not lost. */
    BucketStore(
            ProcessorContext<byte[], byte[]> context,
            Serializer<Tally> serializer,
            Duration retention,
            LongSupplier streamTime) {
        this.context = context;
        this.store = context.getStateStore(Stores.BUCKETS);
        this.serializer = serializer;
        this.retention = retention.toMillis();
        this.streamTime = streamTime;
        try (var all = store.all()) {
            while (all.hasNext()) changed.add(all.next().key);
        }
    }

    @Override
    public void change(long epochMillis, Consumer<Tally> change) {
        long bucket = Bucket.of(epochMillis);
        if (bucket < oldest()) return;
        var tally = store.get(bucket);
        if (tally == null) tally = new Tally();
        change.accept(tally);
        store.put(bucket, tally);
        changed.add(bucket);
    }

    void announce(long now) {
        for (int n = 0; n < MOST_AT_ONCE && !changed.isEmpty(); n++) {
            long bucket = changed.pollLast();
            var tally = store.get(bucket);
            if (tally == null) continue;
            var key = BoardKey.of(bucket, context.taskId().partition());
            context.forward(
                    new Record<>(key.text().getBytes(StandardCharsets.UTF_8), serializer.serialize(null, tally), now),
                    CountTopology.BOARD);
        }
    }

    void forgetOld() {
        try (var old = store.range(0L, oldest() - 1)) {
            while (old.hasNext()) store.delete(old.next().key);
        }
    }

    private long oldest() {
        return Math.max(0, Bucket.of(streamTime.getAsLong() - retention));
    }
}
