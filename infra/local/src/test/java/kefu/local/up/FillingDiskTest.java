package kefu.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FillingDiskTest {
    private static final long MEGABYTE = 1024 * 1024;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicLong free = new AtomicLong(900 * MEGABYTE);
    private final FillingDisk disk = new FillingDisk(
            Path.of("/small"), free::get, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false));

    @Test
    void aFillingDiskIsToldOnceAndSoIsItsEnd() {
        disk.look();
        assertThat(told()).isEmpty();
        free.set(120 * MEGABYTE);
        disk.look();
        free.set(80 * MEGABYTE);
        disk.look();
        assertThat(told()).containsOnlyOnce("120 MB are free for /small").doesNotContain("80 MB");
        free.set(210 * MEGABYTE);
        disk.look();
        assertThat(told()).doesNotContain("again");
        free.set(700 * MEGABYTE);
        disk.look();
        disk.look();
        assertThat(told()).containsOnlyOnce("700 MB free again");
        free.set(0);
        disk.look();
        assertThat(told()).contains("only 0 MB are free");
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
