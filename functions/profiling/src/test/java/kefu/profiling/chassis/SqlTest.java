package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kefu.chassis.sql.Sql;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class SqlTest {
    private static final String ADD =
            "insert into inbox (consumer, event_id, seen_at) values (?, ?, timestamptz '2026-11-24 10:00:00Z')";
    private static final String COUNT = "select count(*) from inbox where consumer = ?";

    private static final String LOCK =
            "select event_id from inbox where consumer = ? order by event_id limit 1 for update";

    private final String mine = UUID.randomUUID().toString();

    @Inject
    Sql sql;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void whatWaitsForTheCommitIsWrittenByIt() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(0);
            assertThat(written()).isZero();
        });

        assertThat(written()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 500})
    void howeverManyWait(int many) {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, many).forEach(this::add));

        assertThat(written()).isEqualTo(many);
    }

    @Test
    void inTheOrderTheyCame() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(0);
            sql.atCommit("delete from inbox where consumer = ?", mine);
            add(1);
        });

        assertThat(written()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenOfWhatIsRolledBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(0);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(written()).isZero();
    }

    @Test
    void whatOneOfThemViolatesFailsAllOfThem() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(0);
                    add(1);
                    add(1);
                }))
                .hasStackTraceContaining("duplicate key");

        assertThat(written()).isZero();
    }

    @Test
    void whatComesWhenTheTransactionCommitsAlreadyFailsIt() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(0);
                    transactions.registerInterposedSynchronization(new Late(() -> add(1)));
                }))
                .hasStackTraceContaining("commits already");

        assertThat(written()).isZero();
    }

    private record Late(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {
            action.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    @Test
    void withoutATransactionItIsRefused() {
        assertThatThrownBy(() -> add(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsTogetherAreAnsweredEachForItself() {
        var reads = sql.together();
        var one = reads.first("select ?::int", row -> row.getInt(1), 1);
        var none = reads.first("select event_id from inbox where consumer = ?", row -> row.getString(1), mine);
        var two = reads.first("select ?::text", row -> row.getString(1), "two");

        assertThatThrownBy(one::get).hasMessage("not asked yet");
        reads.run();

        assertThat(one.get()).contains(1);
        assertThat(none.get()).isEmpty();
        assertThat(two.get()).contains("two");
    }

    @Test
    void whatIsReadAfterALockSeesWhatTheLockWaitedFor() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> add(0));
        var locked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                sql.first(LOCK, row -> row.getString(1), mine).orElseThrow();
                locked.countDown();
                await().until(this::isSomebodyWaiting);
                add(1);
            }));
            locked.await();
            var seen = threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                var reads = sql.together();
                reads.first(LOCK, row -> row.getString(1), mine);
                var count = reads.first(COUNT, row -> row.getInt(1), mine);
                reads.run();
                return count.get().orElseThrow();
            }));

            first.get();
            assertThat(seen.get()).isEqualTo(2);
        }
    }

    private boolean isSomebodyWaiting() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.first("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%' || ? || '%'""", row -> row.getInt(1) > 0, "for update").orElseThrow());
    }

    private void add(int event) {
        sql.atCommit(ADD, mine, mine + event);
    }

    private int written() {
        return sql.first(COUNT, row -> row.getInt(1), mine).orElseThrow();
    }
}
