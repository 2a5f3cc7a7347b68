package kefu.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kefu.local.UserError;

/** How much space there is, and whether it is enough to start, rather than letting a server die of a full disk. */
public final class DiskSpace {
    /** A first start unpacks PostgreSQL and PyTorch (about 700 MB); a later one needs room for logs and events. */
    static final long FIRST_START = 1_200L * 1024 * 1024;

    /** What a later start needs for logs and events; with less a running shop is in danger. */
    public static final long LATER_START = 200L * 1024 * 1024;

    private DiskSpace() {}

    /** @throws UserError when less is free than a start needs */
    public static void check(Home home) {
        boolean first = !Files.isDirectory(home.database());
        try {
            Files.createDirectories(home.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + home.folder() + " as Kefu's home: " + e.getMessage(), e);
        }
        check(home.folder(), free(home.folder()), first ? FIRST_START : LATER_START);
    }

    /** @return bytes that are free for a folder */
    public static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how full the disk of " + folder + " is: " + e.getMessage(), e);
        }
    }

    static void check(Path folder, long free, long needed) {
        if (free < needed)
            throw new UserError("The disk is too full: " + free / (1024 * 1024) + " MB are free for " + folder
                    + ", and Kefu needs " + needed / (1024 * 1024) + " MB. Free some space or choose another --home.");
    }
}
