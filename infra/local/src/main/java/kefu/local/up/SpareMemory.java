package kefu.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** Whether there is memory for a second Kefu beside the one that serves. */
final class SpareMemory {
    /** Five functions that record and the JVM that writes their classes down, in MiB. */
    private static final long NEEDED = 3_000;

    private SpareMemory() {}

    /** @return false also where the system does not tell */
    static boolean isTooLittle() {
        return available().orElse(NEEDED) < NEEDED;
    }

    static String told() {
        return String.format(
                Locale.ROOT,
                "%d MB of memory are free, and recording needs %d. Run ./kefu record when nothing else runs.",
                available().orElse(0),
                NEEDED);
    }

    private static OptionalLong available() {
        try {
            return in(Files.readString(Path.of("/proc/meminfo")));
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    /** @param meminfo as Linux writes it, in KiB @return MiB */
    static OptionalLong in(String meminfo) {
        return meminfo.lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }
}
