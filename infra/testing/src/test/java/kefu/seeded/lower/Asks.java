package kefu.seeded.lower;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The right way: must not be reported. */
final class Asks {
    private final Clock clock;

    Asks(Clock clock) {
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant();
    }

    LocalDate day() {
        return LocalDate.now(clock);
    }

    long nanos() {
        return System.nanoTime();
    }
}
