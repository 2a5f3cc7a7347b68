package kefu.chassis.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of all subjects: customers, conversations. Opened keys stay in memory for a while ({@code
 * kefu.privacy.keep-open}, 5 minutes), found by their own id. Who encrypts with {@link #of} asks the table for the key
 * that counts and holds it against its destruction, so a destroyed key encrypts nothing more, on any replica. Who
 * encrypts with {@link #lasting} does not ask, and relies on the lock that both it and the destroyer take.
 *
 * <p>What a destroyed key encrypted stays readable for those minutes to another replica that had opened it, should the
 * bytes still be somewhere.
 */
@ApplicationScoped
public class Keys {
    private final VaultConfig config;
    private final KeyTable table;
    private final TransactionSynchronizationRegistry transactions;
    private final Cache<UUID, Cipher> opened;
    private final Cache<String, Cipher> lasting;
    private volatile Aead master;

    Keys(VaultConfig config, KeyTable table, TransactionSynchronizationRegistry transactions) {
        this.config = config;
        this.table = table;
        this.transactions = transactions;
        this.opened = cache();
        this.lasting = cache();
    }

    /**
     * Until the transaction that runs has ended, nobody destroys the key.
     *
     * @return what encrypts for this subject, its key made on first use
     */
    public Cipher of(String subject) {
        return existing(subject).orElseGet(() -> {
            var made = new KeyTable.Key(UUID.randomUUID(), subject, newKey(subject));
            // Where another transaction was faster, its key is the key.
            return table.add(made) ? open(made) : existing(subject).orElseThrow();
        });
    }

    /**
     * Like {@link #of} without asking the table again for a while: for a subject that has one key for as long as it is
     * there, and is locked by whoever encrypts for it and by whoever destroys its key.
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

    /**
     * Waits for everybody who encrypts for this subject, and keeps others from it until the transaction that runs has
     * ended: what they wrote can then be found and removed before their key is destroyed.
     */
    public void hold(String subject) {
        table.hold(subject);
    }

    /**
     * Destroys a key in the transaction that runs.
     *
     * @return how many there were, 0 or 1
     * @throws IllegalStateException outside a transaction
     */
    public int destroy(String subject) {
        var key = table.of(subject);
        // Not earlier: until the commit others still read the key, and would open it again.
        transactions.registerInterposedSynchronization(new Forget(() -> {
            key.ifPresent(found -> opened.invalidate(found.id()));
            lasting.invalidate(subject);
        }));
        return table.remove(subject);
    }

    private record Forget(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            action.run();
        }
    }

    private Optional<Cipher> existing(String subject) {
        return table.share(subject)
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
