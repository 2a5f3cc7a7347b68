package kefu.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kefu.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TurnQueueTest {
    private final TurnQueue queue = new TurnQueue();

    @Test
    void aFloodOfOneConversationIsRefusedAndKeepsNoOtherWaiting() throws Exception {
        var open = new CountDownLatch(1);
        var answered = new ConcurrentLinkedQueue<Integer>();
        var waiting = IntStream.range(0, TurnQueue.MOST)
                .mapToObj(number -> Thread.ofVirtual()
                        .start(() -> queue.inTurn("flooded", () -> {
                            waitFor(open);
                            return answered.add(number);
                        })))
                .toList();
        await().untilAsserted(
                        () -> assertThat(waiting).extracting(Thread::getState).containsOnly(Thread.State.WAITING));

        assertThatThrownBy(() -> queue.inTurn("flooded", () -> 0))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(429));
        assertThat(queue.<String>inTurn("another", () -> "answered")).isEqualTo("answered");

        open.countDown();
        for (var thread : waiting) thread.join();
        assertThat(answered).hasSize(TurnQueue.MOST);
        assertThat(queue.<String>inTurn("flooded", () -> "again")).isEqualTo("again");
    }

    @Test
    void aTurnThatFailsLetsTheNextOneThrough() {
        assertThatThrownBy(() -> queue.inTurn("c", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(queue.<String>inTurn("c", () -> "next")).isEqualTo("next");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
