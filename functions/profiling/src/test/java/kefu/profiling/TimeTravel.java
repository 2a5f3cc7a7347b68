package kefu.profiling;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that tests can put forward. */
public final class TimeTravel {
    private static volatile Duration ahead = Duration.ZERO;

    private TimeTravel() {}

    /** Runs something as if that much later. */
    public static void later(Duration by, Runnable what) {
        ahead = by;
        try {
            what.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }

    static class Clocks {
        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock travelling() {
            var system = Clock.systemUTC();
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return system.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return system.instant().plus(ahead);
                }
            };
        }
    }
}
