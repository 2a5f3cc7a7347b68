package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.ProblemException;
import kefu.chassis.sql.Sql;
import kefu.model.Ids;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class IdempotencyTest {
    @Inject
    Idempotency idempotency;

    @Inject
    Sql sql;

    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void requestsOfOneKeyAtTheSameTimeHaveOneEffectAndOneAnswer() throws Exception {
        var key = Ids.next();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> request = () -> ask(key, "a");
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> request).toList());

            assertThat(answers).extracting(Future::get).containsOnly("answer 1");
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void theSameKeyTwiceInOneTransactionGivesTheSameAnswer() {
        var key = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(ask(key, "a")).isEqualTo("answer 1");
            assertThat(ask(key, "a")).isEqualTo("answer 1");
        });
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAConflict() {
        var key = Ids.next();
        ask(key, "a");

        assertThatThrownBy(() -> ask(key, "b"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void aRequestThatFailedMayBeTriedAgain() {
        var key = Ids.next();
        assertThatThrownBy(() -> idempotency.once(key, "test", "a", String.class, () -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        assertThat(ask(key, "a")).isEqualTo("answer 1");
    }

    @Test
    void withoutAKeyEveryRequestHasItsEffect() {
        ask(null, "a");
        ask(" ", "a");

        assertThat(effects).hasValue(2);
    }

    @Test
    void underALockTheAnswerIsKeptByTheCommitAndGivenAgain() {
        var key = Ids.next();
        assertThat(askLocked(key, "a")).isEqualTo("answer 1");
        assertThat(askLocked(key, "a")).isEqualTo("answer 1");

        assertThatThrownBy(() -> askLocked(key, "b"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThat(ask(key, "a")).isEqualTo("answer 1");
        assertThat(askLocked(null, "a")).isEqualTo("answer 2");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> idempotency.locked("k".repeat(201), "test", "a"))
                .hasMessageContaining("longer than 200");
    }

    private String askLocked(String key, String request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var once = idempotency.locked(key, "test", request);
            var reads = sql.together();
            var earlier = once.earlier(reads, String.class);
            reads.run();
            if (earlier.get().isPresent()) return earlier.get().get();
            var answer = "answer " + effects.incrementAndGet();
            once.keep(answer);
            return answer;
        });
    }

    private String ask(String key, String request) {
        return idempotency.once(key, "test", request, String.class, () -> "answer " + effects.incrementAndGet());
    }
}
