package kefu.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final List<Integer> passes = new ArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();

    @Test
    void whatWaitsWhileAPassRunsGoesTogether() throws InterruptedException {
        try (Batcher batcher = new Batcher("test", this::slowly, 100, 4, passes::add, dropped::incrementAndGet)) {
            List<CompletableFuture<float[]>> all =
                    new ArrayList<>(batcher.submit(List.of("a")).orElseThrow());
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            for (String text : List.of("bb", "ccc", "dddd", "eeeee", "ffffff"))
                all.addAll(batcher.submit(List.of(text)).orElseThrow());
            gate.countDown();
            assertThat(all).extracting(f -> f.join()[0]).containsExactly(1f, 2f, 3f, 4f, 5f, 6f);
            assertThat(passes).containsExactly(1, 4, 1);
        }
    }

    @Test
    void aTextThatComesAloneIsEncodedOnTheCallersThread() {
        AtomicReference<Thread> at = new AtomicReference<>();
        Function<List<String>, float[][]> encode = texts -> {
            at.set(Thread.currentThread());
            return new float[][] {{texts.getFirst().length()}};
        };
        try (Batcher batcher = new Batcher("test", encode, 1, 4, passes::add, dropped::incrementAndGet)) {
            assertThat(batcher.atOnce("abc").orElseThrow().join()).containsExactly(3f);
            assertThat(at.get()).isSameAs(Thread.currentThread());
            assertThat(passes).containsExactly(1);
        }
    }

    @Test
    void nobodyOvertakesAPassOrThoseWhoWaitForOne() throws InterruptedException {
        try (Batcher batcher = new Batcher("test", this::slowly, 100, 4, passes::add, dropped::incrementAndGet)) {
            batcher.submit(List.of("a")).orElseThrow();
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(batcher.atOnce("bb")).isEmpty();
            var waits = batcher.submit(List.of("bb")).orElseThrow();
            assertThat(batcher.atOnce("ccc")).isEmpty();
            gate.countDown();
            assertThat(waits.getFirst().join()).containsExactly(2f);
        }
    }

    @Test
    void whatComesWhileATextIsEncodedAtOnceSharesTheNextPass() throws InterruptedException {
        try (Batcher batcher = new Batcher("test", this::slowly, 100, 4, passes::add, dropped::incrementAndGet)) {
            Thread alone = Thread.ofPlatform().start(() -> batcher.atOnce("a"));
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            var first = batcher.submit(List.of("bb")).orElseThrow();
            // The worker has taken it, and waits for the pass that runs.
            while (batcher.waiting() > 0) Thread.onSpinWait();
            var second = batcher.submit(List.of("ccc")).orElseThrow();
            gate.countDown();
            alone.join();
            assertThat(first.getFirst().join()).containsExactly(2f);
            assertThat(second.getFirst().join()).containsExactly(3f);
            assertThat(passes).containsExactly(1, 2);
        }
    }

    @Test
    void aPassThatFailsAtOnceLeavesTheWayFree() {
        gate.countDown();
        try (Batcher batcher = new Batcher("test", this::slowly, 10, 4, passes::add, dropped::incrementAndGet)) {
            assertThat(batcher.atOnce("bad").orElseThrow()).isCompletedExceptionally();
            assertThat(batcher.atOnce("good").orElseThrow().join()).containsExactly(4f);
        }
    }

    @Test
    void textsOfACallerWhoLeftAreDropped() throws InterruptedException {
        try (Batcher batcher = new Batcher("test", this::slowly, 100, 4, passes::add, dropped::incrementAndGet)) {
            var first = batcher.submit(List.of("a")).orElseThrow();
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            var left = batcher.submit(List.of("bb", "ccc")).orElseThrow();
            var stays = batcher.submit(List.of("dddd")).orElseThrow();
            left.forEach(vector -> vector.cancel(false));
            gate.countDown();
            assertThat(first.getFirst().join()).containsExactly(1f);
            assertThat(stays.getFirst().join()).containsExactly(4f);
            assertThat(passes).containsExactly(1, 1);
            assertThat(dropped).hasValue(2);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() throws InterruptedException {
        try (Batcher batcher = new Batcher("test", this::slowly, 3, 4, passes::add, dropped::incrementAndGet)) {
            batcher.submit(List.of("a")).orElseThrow();
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(batcher.submit(List.of("b", "c"))).isPresent();
            assertThat(batcher.submit(List.of("d", "e"))).isEmpty();
            assertThat(batcher.submit(List.of("d"))).isPresent();
            gate.countDown();
        }
    }

    @Test
    void aFailedPassFailsItsTextsAndNoOthers() {
        gate.countDown();
        try (Batcher batcher = new Batcher("test", this::slowly, 10, 1, passes::add, dropped::incrementAndGet)) {
            CompletableFuture<float[]> bad =
                    batcher.submit(List.of("bad")).orElseThrow().getFirst();
            CompletableFuture<float[]> good =
                    batcher.submit(List.of("good")).orElseThrow().getFirst();
            assertThatThrownBy(bad::join)
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("broken");
            assertThat(good.join()).containsExactly(4f);
        }
    }

    private float[][] slowly(List<String> texts) {
        entered.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (texts.contains("bad")) throw new IllegalStateException("broken");
        return texts.stream().map(t -> new float[] {t.length()}).toArray(float[][]::new);
    }
}
