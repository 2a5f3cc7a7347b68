package kefu.local.up;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import kefu.local.home.DiskSpace;

/** Tells while everything runs that the disk fills, before the broker or the database ends because of it. */
final class FillingDisk {
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final LongSupplier free;
    private final Progress progress;
    private boolean told;

    /** @param free bytes that are free for the folder now */
    FillingDisk(Path folder, LongSupplier free, Progress progress) {
        this.folder = folder;
        this.free = free;
        this.progress = progress;
    }

    static FillingDisk of(Path folder, Progress progress) {
        return new FillingDisk(folder, () -> DiskSpace.free(folder), progress);
    }

    /** Tells once that there is little space left, and once that there is enough again. */
    void look() {
        long now;
        try {
            now = free.getAsLong();
        } catch (UncheckedIOException _) {
            return; // no reason to end a shop that runs
        }
        // Twice as much ends it: space that comes and goes is not told each time.
        boolean little = now < (told ? 2 : 1) * DiskSpace.LATER_START;
        if (little && !told)
            progress.failed(
                    "disk",
                    "only %d MB are free for %s: broker and database end when it is full. Free some space."
                            .formatted(now / MEGABYTE, folder));
        if (!little && told) progress.line("  the disk has %d MB free again".formatted(now / MEGABYTE));
        told = little;
    }
}
