package kefu.profiling.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Each customer's key (AES-256-GCM). Keys are not cached: a destroyed one is gone at once, on every replica.
 */
@ApplicationScoped
public class CustomerKeys implements PanacheRepositoryBase<CustomerKeyRow, String> {
    private final PrivacyConfig config;
    private Aead master;

    CustomerKeys(PrivacyConfig config) {
        this.config = config;
    }

    /** A lost master key is never replaced by a new one: what customers' keys encrypt would be lost unnoticed. */
    void open(@Observes StartupEvent event) {
        if (!Files.exists(config.masterKey())) {
            if (QuarkusTransaction.requiringNew().call(this::count) > 0)
                throw new IllegalStateException("The master key " + config.masterKey()
                        + " is missing, and there are customers' keys that need it: restore it");
            if (!config.createMasterKey())
                throw new IllegalStateException(
                        "The master key " + config.masterKey() + " is missing: provide it (kefu.privacy.master-key)");
            MasterKey.create(config.masterKey());
        }
        master = MasterKey.read(config.masterKey());
    }

    /** @return what encrypts this customer's words, made on first use; within a transaction */
    public Cipher of(String customerId) {
        return existing(customerId).orElseGet(() -> {
            insert(customerId);
            // Where another transaction was faster, its key is the key.
            return existing(customerId).orElseThrow();
        });
    }

    /** @return what decrypts this customer's words; empty when there is no key, or no longer */
    public Optional<Cipher> existing(String customerId) {
        return findByIdOptional(customerId).map(row -> unwrap(customerId, row.wrappedKey));
    }

    /** @return how many keys were destroyed */
    public int destroy(String customerId) {
        return (int) delete("customerId", customerId);
    }

    private void insert(String customerId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into customer_key (customer_id, wrapped_key) values (:id, :key) on conflict do nothing")
                .setParameter("id", customerId)
                .setParameter("key", newKey(customerId))
                .executeUpdate();
    }

    private byte[] newKey(String customerId) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), master, bytes(customerId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private Cipher unwrap(String customerId, byte[] wrapped) {
        try {
            return new Cipher(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bytes(customerId))
                            .getPrimitive(RegistryConfiguration.get(), Aead.class),
                    customerId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a customer's key does not open with this master key", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
