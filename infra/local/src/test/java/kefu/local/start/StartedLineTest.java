package kefu.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedLineTest {
    @TempDir
    private Path folder;

    @Test
    void theLastStartOfALogCounts() throws IOException {
        var log = Files.writeString(folder.resolve("routing.log"), """
                {"timestamp":"2026-11-24T18:00:00.000000001Z","message":"routing 0.1.0 on JVM started in 9.100s. Listening"}
                {"timestamp":"2026-11-24T18:25:16.5Z","message":"routing 0.1.0 native started in 0.087s. Listening"}
                {"timestamp":"2026-11-24T18:25:17.5Z","message":"a conversation was started in time"}
                """);
        assertThat(StartedLine.last(log))
                .isEqualTo(new StartedLine(Instant.parse("2026-11-24T18:25:16.5Z"), Duration.ofMillis(87)));
    }

    @Test
    void aLogWithoutAStartIsNamed() throws IOException {
        var log = Files.writeString(folder.resolve("routing.log"), "nothing\n");
        assertThatThrownBy(() -> StartedLine.last(log))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("routing.log");
    }
}
