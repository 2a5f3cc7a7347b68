package kefu.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process has resident. */
public final class Memory {
    private Memory() {}

    /** @return bytes resident (RSS); empty when the process has gone */
    public static OptionalLong resident(ProcessHandle process) {
        try {
            var status = Path.of("/proc", Long.toString(process.pid()), "status");
            return Files.exists(status) ? fromProc(Files.readString(status)) : fromPs(process.pid());
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /**
     * @param children whether to add those of its children: PostgreSQL is a process for each connection
     * @return bytes resident, 0 when it has gone
     */
    public static long residentWithChildren(ProcessHandle process, boolean children) {
        long own = resident(process).orElse(0);
        if (!children) return own;
        return own
                + process.descendants()
                        .mapToLong(child -> resident(child).orElse(0))
                        .sum();
    }

    static OptionalLong fromProc(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    private static OptionalLong fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        var kib = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return kib.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kib) * 1024);
    }
}
