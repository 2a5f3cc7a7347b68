package kefu.profiling.privacy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts and decrypts with one customer's key. What was encrypted for one place does not open in another. */
public final class Cipher {
    private final Aead aead;
    private final String customerId;

    Cipher(Aead aead, String customerId) {
        this.aead = aead;
        this.customerId = customerId;
    }

    /** @param place the id of the row that will hold it */
    public byte[] encrypt(String words, String place) {
        try {
            return aead.encrypt(words.getBytes(StandardCharsets.UTF_8), context(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not encrypted", e);
        }
    }

    public String decrypt(byte[] encrypted, String place) {
        try {
            return new String(aead.decrypt(encrypted, context(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not decrypted", e);
        }
    }

    private byte[] context(String place) {
        return (customerId + "\n" + place).getBytes(StandardCharsets.UTF_8);
    }
}
