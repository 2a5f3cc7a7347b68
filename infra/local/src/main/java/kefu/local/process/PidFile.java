package kefu.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The note that a process of ours runs: its pid and when it started. A pid alone would be dangerous: the system gives it
 * to somebody else after ours has ended.
 */
public record PidFile(Path file) {
    /** The system reckons start times from a boot time that may be corrected by a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public void write(ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** @return the process that was noted, if it still runs; never another one that got its pid */
    public Optional<ProcessHandle> process() {
        return read().flatMap(noted -> ProcessHandle.of(noted.pid()).filter(noted::is));
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    private Optional<Noted> read() {
        try {
            var parts = Files.readString(file).strip().split(" ");
            return Optional.of(new Noted(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException absentOrTorn) {
            return Optional.empty();
        }
    }

    private record Noted(long pid, Instant startedAt) {
        boolean is(ProcessHandle process) {
            if (!process.isAlive()) return false;
            var difference =
                    Duration.between(startedAt, process.info().startInstant().orElse(Instant.EPOCH));
            return difference.abs().compareTo(TOLERANCE) <= 0;
        }
    }
}
