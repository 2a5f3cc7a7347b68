package kefu.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.local.UserError;
import org.junit.jupiter.api.Test;

class OtherUserTest {
    @Test
    void whereNobodyCanEnterTheFolderOneIsToldWhatToDo() {
        assertThatThrownBy(() -> OtherUser.find(Path.of("/nowhere"), List.of(new OtherUser.Nobody(65534))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("--home");
    }

    @Test
    void aServerRunsAsNobodyWhereNamespacesAreForbidden() throws IOException {
        assumeThat(new UnixSystem().getUid()).as("root alone can become nobody").isZero();
        var folder = Files.createTempDirectory(Path.of("/var/tmp"), "kefu");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        var nobody = OtherUser.find(folder, List.of(new OtherUser.Nobody(65534)));

        var file = Files.writeString(folder.resolve("file"), "x");
        nobody.own(folder);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
        assertThat(nobody.prefix()).contains("--reuid=65534");
        kefu.local.home.Folders.delete(folder);
    }
}
