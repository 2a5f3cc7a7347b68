package kefu.chassis.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The key that wraps all other keys. It is a keyset: a new primary key can be added while the old ones still open. */
final class MasterKey {
    private static final FileAttribute<?>[] OWNER_ALONE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private MasterKey() {}

    /** @throws IllegalStateException when the file is no keyset; the message says what to do */
    static Aead read(Path file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The master key cannot be read from " + file + ": restore it (kefu.privacy.master-key)", e);
        }
    }

    /** Makes a key that its owner alone may read. When another process was faster, its key stays. */
    static void create(Path file) {
        try {
            AeadConfig.register();
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            var written = Files.createTempFile(folder, "master", ".new", OWNER_ALONE);
            Files.writeString(written, keyset);
            try {
                Files.createLink(file, written); // Appears whole or not at all, and never over another.
            } catch (FileAlreadyExistsException faster) {
                // Its key is the key.
            } finally {
                Files.delete(written);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The master key cannot be written to " + file, e);
        }
    }
}
