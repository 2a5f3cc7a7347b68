package kefu.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as Linux tells it in {@code /proc}; elsewhere nobody knows. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static Optional<String> of(int port) {
        var inodes = listeners(port);
        if (inodes.isEmpty()) return Optional.empty();
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), inodes))
                .findFirst()
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(name -> " (" + name + ")")
                                .orElse(""));
    }

    private static Set<String> listeners(int port) {
        var inodes = new HashSet<String>();
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                for (var line : Files.readAllLines(Path.of(table))) {
                    var columns = line.strip().split("\\s+");
                    if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                        inodes.add("socket:[" + columns[9] + "]");
                }
            } catch (IOException notLinux) {
                return Set.of();
            }
        }
        return inodes;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files)
                if (sockets.contains(Files.readSymbolicLink(file).toString())) return true;
        } catch (IOException goneOrForbidden) {
            return false;
        }
        return false;
    }
}
