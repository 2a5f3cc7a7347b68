package kefu.analytics.tally;

import java.time.Duration;
import java.time.Instant;

/** The smallest piece of time that is counted by itself. */
public final class Bucket {
    public static final Duration LENGTH = Duration.ofSeconds(10);
    private static final long MILLIS = LENGTH.toMillis();

    private Bucket() {}

    /** @return the start of the bucket with this time in it, in epoch milliseconds */
    public static long of(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS) * MILLIS;
    }

    public static long of(Instant time) {
        return of(time.toEpochMilli());
    }
}
