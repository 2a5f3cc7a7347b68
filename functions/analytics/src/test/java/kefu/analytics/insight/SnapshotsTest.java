package kefu.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {
    private final Snapshots snapshots = new Snapshots("run");

    @Test
    void aReaderGetsAllAfterTheLastItSawOnce() {
        for (int turns = 0; turns < 5; turns++) snapshots.add(summary(turns));
        assertThat(turns(snapshots.after("run.1"))).containsExactly(2L, 3L, 4L);
        assertThat(snapshots.after("run.4")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "other.3", "run.", "run.x", "run.99", "run.-5"})
    void aReaderWithoutAKnownIdGetsTheNewest(String id) {
        for (int turns = 0; turns < 5; turns++) snapshots.add(summary(turns));
        assertThat(turns(snapshots.after(id))).containsExactly(4L);
    }

    @Test
    void aReaderWhoWasAwayTooLongGetsTheNewest() {
        for (int turns = 0; turns < 400; turns++) snapshots.add(summary(turns));
        assertThat(turns(snapshots.after("run.3"))).containsExactly(399L);
        assertThat(snapshots.after("run.99")).hasSize(300);
    }

    @Test
    void whatSaysNothingNewIsNotTold() {
        snapshots.add(Summary.of(Window.HOUR, tally(1), Instant.EPOCH));
        snapshots.add(Summary.of(Window.HOUR, tally(1), Instant.EPOCH.plusSeconds(10)));
        assertThat(snapshots.after("run.0")).isEmpty();
    }

    private static List<Long> turns(List<Snapshots.Snapshot> snapshots) {
        return snapshots.stream().map(s -> s.summary().turns()).toList();
    }

    private static Summary summary(int turns) {
        return Summary.of(Window.FIVE_MINUTES, tally(turns), Instant.EPOCH);
    }

    private static Tally tally(int turns) {
        var tally = new Tally();
        tally.count(Counters.TURNS, turns);
        return tally;
    }
}
