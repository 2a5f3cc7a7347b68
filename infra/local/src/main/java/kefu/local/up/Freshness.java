package kefu.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.local.home.Folders;
import kefu.local.home.Home;

/** Forgets what earlier runs learnt; keeps what would only be unpacked again, and the keys that tokens are signed with. */
final class Freshness {
    private Freshness() {}

    static void forget(Home home, Progress progress) {
        try {
            for (var folder : List.of(home.database(), home.broker(), home.streams(), home.logs()))
                Folders.delete(folder);
            for (Path file : List.of(home.shopLoaded(), home.masterKey())) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the data of earlier runs: " + e.getMessage(), e);
        }
        progress.line("  Forgot all data of earlier runs");
    }
}
