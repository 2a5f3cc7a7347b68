package kefu.chassis.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns values into encrypted JSON, and back. Thread-safe. */
@ApplicationScoped
public class Vault {
    private final Keys keys;
    private final ObjectMapper json;

    Vault(Keys keys, ObjectMapper json) {
        this.keys = keys;
        // What a newer replica keeps may have fields that this one does not know: they are only ever added.
        this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    }

    /** @param place where it will be kept, as in {@link Cipher#encrypt} */
    public byte[] seal(Cipher cipher, String place, Object value) {
        try {
            return cipher.encrypt(json.writeValueAsBytes(value), place);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable: " + value.getClass(), e);
        }
    }

    /** Like {@link #seal}, of what is JSON already. */
    public byte[] sealText(Cipher cipher, String place, String text) {
        return cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /** @return the text; empty when its key was destroyed */
    public Optional<String> openText(byte[] sealed, String place) {
        return keys.decrypt(sealed, place).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** @return the value; empty when its key was destroyed */
    public <T> Optional<T> open(byte[] sealed, String place, Class<T> type) {
        return keys.decrypt(sealed, place).map(plain -> read(plain, type));
    }

    private <T> T read(byte[] plain, Class<T> type) {
        try {
            return json.readValue(plain, type);
        } catch (IOException e) {
            throw new IllegalStateException("what is kept is no " + type.getSimpleName(), e);
        }
    }
}
