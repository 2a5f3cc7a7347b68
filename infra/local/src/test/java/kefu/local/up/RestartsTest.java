package kefu.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "1000, 30"})
    void aFunctionThatKeepsEndingWaitsLongerButNotForEver(int times, int seconds) {
        assertThat(Restarts.wait(times)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"137, killed", "143, somebody ended it", "3, out of memory", "1, exit 1"})
    void theExitStatusIsSaidInWords(int status, String words) {
        var death = new Death("routing", Optional.empty(), OptionalInt.of(status), Path.of("routing.log"));

        assertThat(death.how()).contains(words);
    }
}
