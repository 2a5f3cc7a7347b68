package kefu.analytics.insight;

import java.time.Clock;

/** A board of some time. */
public final class BoardAt {
    private BoardAt() {}

    public static Board time(Clock clock) {
        return new Board(clock);
    }
}
