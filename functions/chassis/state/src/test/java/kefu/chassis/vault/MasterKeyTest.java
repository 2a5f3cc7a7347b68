package kefu.chassis.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    Path folder;

    @Test
    void onlyItsOwnerReadsAMadeKey() throws Exception {
        var file = folder.resolve("keys/master.json");

        MasterKey.create(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining(f -> !f.equals(file));
    }

    @Test
    void aKeyThatIsThereStays() throws Exception {
        var file = folder.resolve("master.json");
        MasterKey.create(file);
        var sealed = MasterKey.read(file).encrypt(new byte[] {1}, new byte[0]);

        MasterKey.create(file);

        assertThat(MasterKey.read(file).decrypt(sealed, new byte[0])).containsExactly(1);
    }

    @Test
    void aBrokenKeySaysWhichFileToRestore() throws Exception {
        var file = Files.writeString(folder.resolve("master.json"), "{}");

        assertThatThrownBy(() -> MasterKey.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }
}
