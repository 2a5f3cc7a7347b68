package kefu.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientFailureTest {
    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "40P01, true", "40001, true", "23505, false", "22001, false"})
    void theStateTellsWhetherItPasses(String state, boolean passes) {
        var deep = new IllegalStateException(new RuntimeException(new SQLException("whatever", state)));

        assertThat(TransientFailure.is(deep)).isEqualTo(passes);
    }

    @Test
    void aFullPoolPasses() {
        assertThat(TransientFailure.is(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
        assertThat(TransientFailure.is(new SQLTimeoutException("too slow"))).isTrue();
    }

    @Test
    void aBugDoesNot() {
        assertThat(TransientFailure.is(new NullPointerException())).isFalse();
        assertThat(TransientFailure.is(new IllegalStateException("timeout"))).isFalse();
    }
}
