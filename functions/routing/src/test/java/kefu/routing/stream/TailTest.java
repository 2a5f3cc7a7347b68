package kefu.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private final List<StreamEvent> log = new CopyOnWriteArrayList<>();

    @Test
    void theFirstSignOfLifeComesAtOnce() {
        assertThat(tail(0, Duration.ofHours(1), 10).next().join()).isEmpty();
    }

    @Test
    void silenceIsBrokenByAHeartbeat() {
        var tail = opened(0, SHORT, 10);
        assertThat(tail.next().join()).isEmpty();
        assertThat(tail.isClosed()).isFalse();
    }

    @Test
    void aWakeUpIsHeardAfterManyHeartbeats() {
        var tail = opened(0, Duration.ofMillis(1), 10);
        for (int i = 0; i < 50; i++) assertThat(tail.next().join()).isEmpty();
        add(1);
        tail.wake();
        assertThat(tail.next().join().map(StreamEvent::seq)).contains(1L);
    }

    @Test
    void aWakeUpBringsWhatWasAddedMeanwhile() {
        var tail = opened(0, Duration.ofHours(1), 10);
        Thread.ofVirtual().start(() -> {
            add(1);
            tail.wake();
        });
        assertThat(tail.next().join().map(StreamEvent::seq)).contains(1L);
    }

    @Test
    void aClosedTailLetsItsReaderGo() {
        var tail = opened(0, Duration.ofHours(1), 10);
        Thread.ofVirtual().start(tail::close);
        assertThat(tail.next().join()).isEmpty();
        assertThat(tail.isClosed()).isTrue();
    }

    @Test
    void itIsBehindUntilItHasRead() {
        add(3);
        var tail = opened(1, SHORT, 10);
        assertThat(tail.isBehind(3)).isTrue();
        tail.next().join();
        assertThat(tail.isBehind(3)).isFalse();
    }

    @Property(tries = 200)
    void everyEventBehindTheStartComesOnceAndInOrder(
            @ForAll @IntRange(max = 40) int events,
            @ForAll @IntRange(max = 45) int start,
            @ForAll @IntRange(min = 1, max = 7) int batch) {
        log.clear();
        add(events);
        var tail = opened(start, Duration.ZERO, batch);
        var seen = new ArrayList<Long>();
        for (Optional<StreamEvent> next = tail.next().join();
                next.isPresent();
                next = tail.next().join()) seen.add(next.get().seq());
        assertThat(seen)
                .isEqualTo(log.stream()
                        .map(StreamEvent::seq)
                        .filter(seq -> seq > start)
                        .toList());
    }

    private Tail opened(long position, Duration heartbeat, int batch) {
        var tail = tail(position, heartbeat, batch);
        tail.next().join();
        return tail;
    }

    private Tail tail(long position, Duration heartbeat, int batch) {
        return new Tail(
                position,
                heartbeat,
                from -> log.stream().filter(e -> e.seq() > from).limit(batch).toList(),
                Runnable::run);
    }

    private void add(int many) {
        for (int i = 0; i < many; i++) log.add(new StreamEvent(log.size() + 1L, "turn", "{}", Instant.EPOCH));
    }
}
