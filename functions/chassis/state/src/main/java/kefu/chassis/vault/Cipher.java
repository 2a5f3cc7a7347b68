package kefu.chassis.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts with one subject's key. What was encrypted for one place does not open in another. What it
 * gives begins with the key's id, so that it can be opened by who does not know whose it is. Thread-safe.
 */
public final class Cipher {
    private static final int ID_BYTES = 16;

    private final UUID id;
    private final String subject;
    private final Aead aead;

    Cipher(UUID id, String subject, Aead aead) {
        this.id = id;
        this.subject = subject;
        this.aead = aead;
    }

    /** @param place where it will be kept: a stable name, never that of something else */
    public byte[] encrypt(byte[] plain, String place) {
        try {
            var encrypted = aead.encrypt(plain, context(place));
            return ByteBuffer.allocate(ID_BYTES + encrypted.length)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not encrypted", e);
        }
    }

    byte[] decrypt(byte[] sealed, String place) {
        try {
            var encrypted = new byte[sealed.length - ID_BYTES];
            System.arraycopy(sealed, ID_BYTES, encrypted, 0, encrypted.length);
            return aead.decrypt(encrypted, context(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not decrypted: it is damaged, or was kept for another place", e);
        }
    }

    /** @return the id of the key that encrypted this */
    static UUID keyOf(byte[] sealed) {
        if (sealed.length < ID_BYTES) throw new IllegalStateException("not decrypted: it is too short");
        var bytes = ByteBuffer.wrap(sealed);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    UUID id() {
        return id;
    }

    private byte[] context(String place) {
        return (subject + "\n" + place).getBytes(StandardCharsets.UTF_8);
    }
}
