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
 * All buckets of all partitions, in memory. A window folds its buckets together; whole hours and whole five minutes are
 * folded once and kept until one of their buckets changes, so a day takes some hundred additions instead of 8640 a
 * partition. Thread-safe.
 */
@Singleton
public class Board {
    private static final Duration KEPT = Duration.ofHours(26);
    /** The lengths of the blocks, each a multiple of the next. */
    private static final long[] BLOCKS = {
        Duration.ofHours(1).toMillis(), Duration.ofMinutes(5).toMillis(), Bucket.LENGTH.toMillis()
    };

    private static final int SMALLEST = BLOCKS.length - 1;

    private final Clock clock;
    private final ConcurrentSkipListMap<Long, Map<Integer, Tally>> buckets = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Block, Folded> folded = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Block, Long> changedAt = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** A stretch of time. @param level which of the lengths it has */
    private record Block(long start, int level) implements Comparable<Block> {
        static Block with(long time, int level) {
            return new Block(Math.floorDiv(time, BLOCKS[level]) * BLOCKS[level], level);
        }

        @Override
        public int compareTo(Block other) {
            return start == other.start ? Integer.compare(level, other.level) : Long.compare(start, other.start);
        }
    }

    /** What a block adds up to, and the last change of it that this knows. */
    private record Folded(Tally tally, long change) {}

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
        long change = changes.incrementAndGet();
        for (int level = 0; level < SMALLEST; level++) changedAt.put(Block.with(bucket, level), change);
        buckets.headMap(oldest).clear();
        var old = new Block(oldest - BLOCKS[0], 0);
        folded.headMap(old).clear();
        changedAt.headMap(old).clear();
    }

    /** @return what was counted in the window that ends now, the bucket that is being counted included */
    public Tally window(Duration length) {
        var end = Instant.ofEpochMilli(Bucket.of(clock.instant())).plus(Bucket.LENGTH);
        return between(end.minus(length), end);
    }

    /** @return what was counted from one time up to, not including, another; both are starts of buckets */
    public Tally between(Instant from, Instant to) {
        var sum = new Tally();
        add(Bucket.of(from), Bucket.of(to), 0, sum);
        return sum;
    }

    /** Whole blocks as they are kept, what is left at both ends by smaller ones. */
    private void add(long from, long to, int level, Tally into) {
        if (level == SMALLEST) {
            for (var partitions : buckets.subMap(from, to).values())
                partitions.values().forEach(into::add);
            return;
        }
        long length = BLOCKS[level];
        long first = -Math.floorDiv(-from, length) * length;
        long last = Math.floorDiv(to, length) * length;
        if (first >= last) {
            add(from, to, level + 1, into);
            return;
        }
        if (from < first) add(from, first, level + 1, into);
        for (long start = first; start < last; start += length) into.add(folded(new Block(start, level)));
        if (last < to) add(last, to, level + 1, into);
    }

    private Tally folded(Block block) {
        long change = changedAt.getOrDefault(block, 0L);
        var kept = folded.get(block);
        if (kept != null && kept.change() == change) return kept.tally();
        var sum = new Tally();
        add(block.start(), block.start() + BLOCKS[block.level()], block.level() + 1, sum);
        if (change > 0) folded.put(block, new Folded(sum, change));
        return sum;
    }
}
