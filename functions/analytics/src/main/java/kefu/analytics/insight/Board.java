package kefu.analytics.insight;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import kefu.analytics.tally.Bucket;
import kefu.analytics.tally.Tally;

/**
 * All buckets of all partitions, in memory. A window folds its buckets together; whole five-minute blocks are folded once
 * and kept until one of their buckets changes, so a day takes about 290 additions instead of 8640 a partition. Thread-safe.
 */
@Singleton
public class Board {
    private static final long BLOCK = Duration.ofMinutes(5).toMillis();
    private static final Duration KEPT = Duration.ofHours(26);

    private final Clock clock;
    private final ConcurrentSkipListMap<Long, Map<Integer, Tally>> buckets = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<Long, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** A folded block, and how many changes there were on the board before it was folded. */
    private record Block(Tally tally, long changes) {}

    private final ConcurrentHashMap<Long, Long> changedAt = new ConcurrentHashMap<>();

    Board(Clock clock) {
        this.clock = clock;
    }

    /**
     * Replaces what a partition counted in a bucket.
     *
     * @param bucket its start in epoch milliseconds
     * @param tally not changed any more by the caller
     */
    public void put(long bucket, int partition, Tally tally) {
        long oldest = Bucket.of(clock.instant().minus(KEPT));
        if (bucket < oldest) return;
        buckets.computeIfAbsent(bucket, _ -> new ConcurrentHashMap<>()).put(partition, tally);
        changedAt.put(block(bucket), changes.incrementAndGet());
        buckets.headMap(oldest).clear();
        if (blocks.size() > 2 * KEPT.toMillis() / BLOCK) {
            blocks.keySet().removeIf(start -> start < oldest);
            changedAt.keySet().removeIf(start -> start < oldest - BLOCK);
        }
    }

    /** @return what was counted in the window that ends now, the bucket that is being counted included */
    public Tally window(Duration length) {
        long end = Bucket.of(clock.instant()) + Bucket.LENGTH.toMillis();
        return between(Instant.ofEpochMilli(end).minus(length), Instant.ofEpochMilli(end));
    }

    /** @return what was counted from one time up to, not including, another; both are starts of buckets */
    public Tally between(Instant from, Instant to) {
        var sum = new Tally();
        long at = Bucket.of(from);
        long end = Bucket.of(to);
        while (at < end) {
            long blockEnd = block(at) + BLOCK;
            if (at == block(at) && blockEnd <= end) {
                sum.add(folded(at));
                at = blockEnd;
            } else {
                long stop = Math.min(blockEnd, end);
                fold(at, stop, sum);
                at = stop;
            }
        }
        return sum;
    }

    /** @return grows with every change */
    long version() {
        return changes.get();
    }

    private Tally folded(long start) {
        long changed = changedAt.getOrDefault(start, 0L);
        var kept = blocks.get(start);
        if (kept != null && kept.changes() == changed) return kept.tally();
        var sum = new Tally();
        fold(start, start + BLOCK, sum);
        blocks.put(start, new Block(sum, changed));
        return sum;
    }

    private void fold(long from, long to, Tally into) {
        for (var partitions : buckets.subMap(from, to).values()) for (var tally : partitions.values()) into.add(tally);
    }

    private static long block(long bucket) {
        return Math.floorDiv(bucket, BLOCK) * BLOCK;
    }
}
