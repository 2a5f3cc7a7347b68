package kefu.chassis.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of all subjects: customers, conversations. Opened keys stay in memory for a while, found by their own id: who
 * encrypts asks the table for the key that counts, so a destroyed key encrypts nothing more, on any replica.
 */
@ApplicationScoped
public class Keys {
    private final VaultConfig config;
    private final KeyTable table;
    private final Cache<UUID, Cipher> opened;
    private final Cache<String, Cipher> lasting;
    private volatile Aead master;

    Keys(VaultConfig config, KeyTable table) {
        this.config = config;
        this.table = table;
        this.opened = cache();
        this.lasting = cache();
    }

    /** @return what encrypts for this subject, its key made on first use; within the transaction that runs */
    public Cipher of(String subject) {
        return existing(subject).orElseGet(() -> {
            var made = new KeyTable.Key(UUID.randomUUID(), subject, newKey(subject));
            // Where another transaction was faster, its key is the key.
            return table.add(made) ? open(made) : existing(subject).orElseThrow();
        });
    }

    /**
     * Like {@link #of} without asking the table again: for a subject that has one key for as long as it is there, and is
     * locked by whoever encrypts for it.
     */
    public Cipher lasting(String subject) {
        var cipher = lasting.getIfPresent(subject);
        if (cipher != null) return cipher;
        var known = existing(subject);
        known.ifPresent(found -> lasting.put(subject, found));
        // A key that is made now may be rolled back: it is not remembered yet.
        return known.orElseGet(() -> of(subject));
    }

    /** @return what was encrypted for this place; empty when its key was destroyed */
    public Optional<byte[]> decrypt(byte[] sealed, String place) {
        var id = Cipher.keyOf(sealed);
        return Optional.ofNullable(opened.getIfPresent(id))
                .or(() -> table.byId(id).map(this::open))
                .map(cipher -> cipher.decrypt(sealed, place));
    }

    /** Destroys a key in the transaction that runs. @return how many there were, 0 or 1 */
    public int destroy(String subject) {
        var key = table.of(subject);
        key.ifPresent(found -> opened.invalidate(found.id()));
        lasting.invalidate(subject);
        return table.remove(subject);
    }

    private Optional<Cipher> existing(String subject) {
        return table.of(subject)
                .map(key -> Optional.ofNullable(opened.getIfPresent(key.id())).orElseGet(() -> open(key)));
    }

    private Cipher open(KeyTable.Key key) {
        try {
            var aead = TinkProtoKeysetFormat.parseEncryptedKeyset(key.wrapped(), master(), bytes(key.subject()))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            var cipher = new Cipher(key.id(), key.subject(), aead);
            opened.put(key.id(), cipher);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key does not open with this master key", e);
        }
    }

    /** XChaCha20-Poly1305: on a small JVM, without the optimising compiler, it is five times as fast as AES-GCM. */
    private byte[] newKey(String subject) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.XCHACHA20_POLY1305), master(), bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    /**
     * Reads the master key, or makes it where that is allowed. A lost one is never replaced by a new one: what the keys
     * encrypt would be lost unnoticed.
     */
    Aead master() {
        if (master == null) {
            if (!Files.exists(config.masterKey())) {
                if (!table.isEmpty())
                    throw new IllegalStateException("The master key " + config.masterKey()
                            + " is missing, and there are keys that need it: restore it");
                if (!config.createMasterKey())
                    throw new IllegalStateException("The master key " + config.masterKey()
                            + " is missing: provide it (kefu.privacy.master-key)");
                MasterKey.create(config.masterKey());
            }
            master = MasterKey.read(config.masterKey());
        }
        return master;
    }

    private <K> Cache<K, Cipher> cache() {
        return Caffeine.newBuilder()
                .maximumSize(config.mostOpen())
                .expireAfterWrite(config.keepOpen())
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
