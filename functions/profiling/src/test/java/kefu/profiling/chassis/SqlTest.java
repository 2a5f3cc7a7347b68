package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
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

    private void add(int event) {
        sql.atCommit(ADD, mine, mine + event);
    }

    private int written() {
        return sql.first(COUNT, row -> row.getInt(1), mine).orElseThrow();
    }
}
