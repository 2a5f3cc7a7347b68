package kefu.local.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kefu.local.UserError;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void aFullDiskIsToldBeforeAnythingStarts() {
        assertThatThrownBy(() -> DiskSpace.check(Path.of("/small"), 30 * MEGABYTE, 200 * MEGABYTE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("The disk is too full: 30 MB are free for /small, and Kefu needs 200 MB");
        assertThatCode(() -> DiskSpace.check(Path.of("/small"), 200 * MEGABYTE, 200 * MEGABYTE))
                .doesNotThrowAnyException();
    }
}
