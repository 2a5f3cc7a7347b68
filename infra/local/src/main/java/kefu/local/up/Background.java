package kefu.local.up;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.process.ChildProcess;
import kefu.local.process.OwnCommand;

/** Starts a supervisor that stays when the terminal goes, and shows what it says until everything is ready. */
final class Background {
    private final Home home;

    Background(Home home) {
        this.home = home;
    }

    /** @return 0 once everything is ready; 1 when the supervisor ended instead, having said why */
    int start(List<String> arguments) throws IOException, InterruptedException {
        // Beside the logs folder, which a fresh start deletes.
        Path log = home.folder().resolve("up.log");
        Files.deleteIfExists(log);
        Files.deleteIfExists(home.ready());
        var process = ChildProcess.start(
                OwnCommand.of(HomeOption.repository(), arguments), Path.of("").toAbsolutePath(), Map.of(), log);
        long shown = 0;
        while (process.isAlive() && !Files.exists(home.ready())) {
            process.waitFor(100, TimeUnit.MILLISECONDS);
            shown = show(log, shown);
        }
        show(log, shown);
        return process.isAlive() ? 0 : 1;
    }

    private static long show(Path log, long from) throws IOException {
        if (!Files.exists(log)) return from;
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
            return from + bytes.length;
        }
    }
}
