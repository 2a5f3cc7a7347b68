package kefu.local.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The line by which Quarkus says that it has started. @param at when, @param took what it says its start took */
record StartedLine(Instant at, Duration took) {
    private static final Pattern LINE = Pattern.compile("\"timestamp\":\"([^\"]+)\".*started in (\\d+)\\.(\\d{3})s");

    /** @throws IllegalStateException when the log has no such line */
    static StartedLine last(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.map(LINE::matcher)
                    .filter(line -> line.find())
                    .map(line -> new StartedLine(
                            OffsetDateTime.parse(line.group(1)).toInstant(),
                            Duration.ofSeconds(Long.parseLong(line.group(2)))
                                    .plusMillis(Long.parseLong(line.group(3)))))
                    .reduce((_, later) -> later)
                    .orElseThrow(() -> new IllegalStateException("No line in " + log + " tells of a start"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
