package kefu.local.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kefu.local.home.Home;

/** One home serves one running Kefu. The system lets go of the lock when its holder ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private HomeLock(FileChannel channel, Optional<FileLock> lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static HomeLock take(Home home) throws IOException {
        var channel = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new HomeLock(channel, Optional.ofNullable(channel.tryLock()));
    }

    boolean isHeldElsewhere() {
        return lock.isEmpty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
