package kefu.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Bucket;
import kefu.analytics.tally.Tally;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:03Z");
    private static final long BUCKET = Bucket.of(NOW);

    private final Board board = new Board(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aWindowAddsUpAllItsBucketsOfAllPartitionsAndNoOthers() {
        for (int partition = 0; partition < 4; partition++) {
            board.put(BUCKET, partition, turns(1));
            board.put(BUCKET - 290_000, partition, turns(10));
            board.put(BUCKET - 300_000, partition, turns(100));
            board.put(BUCKET - 3_590_000, partition, turns(1_000));
            board.put(BUCKET - 86_390_000, partition, turns(10_000));
        }
        assertThat(board.window(Duration.ofMinutes(5)).of(Counters.TURNS)).isEqualTo(44);
        assertThat(board.window(Duration.ofHours(1)).of(Counters.TURNS)).isEqualTo(4_444);
        assertThat(board.window(Duration.ofDays(1)).of(Counters.TURNS)).isEqualTo(44_444);
    }

    @Test
    void aBucketThatChangesReplacesWhatItSaidBeforeInFoldedBlocksToo() {
        long old = BUCKET - Duration.ofHours(2).toMillis();
        board.put(old, 0, turns(3));
        assertThat(board.window(Duration.ofDays(1)).of(Counters.TURNS)).isEqualTo(3);
        board.put(old, 0, turns(5));
        assertThat(board.window(Duration.ofDays(1)).of(Counters.TURNS)).isEqualTo(5);
    }

    @Test
    void foldingGivesWhatAddingBucketByBucketGives() {
        var random = new Random(7);
        for (int n = 0; n < 3_000; n++)
            board.put(BUCKET - 10_000L * random.nextInt(8_640), random.nextInt(4), turns(1 + random.nextInt(9)));
        long plain = 0;
        for (long at = BUCKET - 86_390_000; at <= BUCKET; at += 10_000)
            plain += board.between(Instant.ofEpochMilli(at), Instant.ofEpochMilli(at + 10_000))
                    .of(Counters.TURNS);
        assertThat(board.window(Duration.ofDays(1)).of(Counters.TURNS)).isEqualTo(plain);
    }

    @Test
    void theSummaryOfABusyDayTakesLessThanTwentyMilliseconds() {
        for (int n = 0; n < 8_640; n++)
            for (int partition = 0; partition < 4; partition++) board.put(BUCKET - 10_000L * n, partition, busy(n));
        var millis = new ArrayList<Double>();
        for (int n = 0; n < 40; n++) {
            board.put(BUCKET, 0, busy(n));
            long start = System.nanoTime();
            Summary.of(Window.DAY, board.window(Duration.ofDays(1)), NOW);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        var median = millis.stream().sorted().toList().get(20);
        System.out.printf("summary of a day with %d full buckets: %.2f ms (median)%n", 4 * 8_640, median);
        assertThat(median).isLessThan(20);
    }

    private static Tally turns(long n) {
        var tally = new Tally();
        tally.count(Counters.TURNS, n);
        return tally;
    }

    private static Tally busy(int seed) {
        var random = new Random(seed);
        var tally = turns(20);
        for (int n = 0; n < 20; n++) {
            tally.count(Counters.INTENT + "intent." + random.nextInt(45));
            tally.spread(Counters.LATENCY, 50 + random.nextInt(400));
            tally.count(Counters.EMOTION + random.nextInt(7));
        }
        tally.count(Counters.CONVERSATIONS, 5);
        tally.sum(Counters.SATISFACTION, 3);
        return tally;
    }
}
