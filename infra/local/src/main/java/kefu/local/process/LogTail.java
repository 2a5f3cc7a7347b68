package kefu.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The end of a log, and what a well-known line in it means. */
public record LogTail(String text) {
    private static final int BYTES = 64 * 1024;

    /** @return the last lines of the file; empty text when there is none */
    public static LogTail of(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8)
                    .stripTrailing()
                    .lines()
                    .toList();
            return new LogTail(String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size())));
        } catch (IOException none) {
            return new LogTail("");
        }
    }

    /** @return what a person should do about it, where the log names a cause that is known */
    public Optional<String> advice() {
        if (text.contains("No space left on device"))
            return Optional.of("The disk is full: free some space, then start again.");
        if (text.contains("OutOfMemoryError") || text.contains("Cannot allocate memory"))
            return Optional.of("There was not enough memory.");
        if (text.contains("Address already in use"))
            return Optional.of("Its port is taken by another program; --port-offset moves all of Kefu's ports.");
        return Optional.empty();
    }

    /** @return the text indented, with the advice after it */
    public String shown() {
        var shown = text.isBlank() ? "    (its log is empty)" : text.indent(4).stripTrailing();
        return advice().map(advice -> shown + "\n  " + advice).orElse(shown);
    }
}
