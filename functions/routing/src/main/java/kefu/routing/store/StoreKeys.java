package kefu.routing.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The store's two keys, configured or made once and kept. Thread-safe. */
@ApplicationScoped
class StoreKeys {
    private static final String HMAC = "HmacSHA256";

    private final StoreConfig config;
    private final EntityManager entities;
    private final ConcurrentHashMap<String, SecretKeySpec> kept = new ConcurrentHashMap<>();

    StoreKeys(StoreConfig config, EntityManager entities) {
        this.config = config;
        this.entities = entities;
    }

    byte[] signReceipt(byte[] content) {
        return hmac("receipt", config.receiptKey(), content);
    }

    byte[] fingerprint(String text) {
        return hmac("search", config.searchKey(), text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String name, Optional<String> configured, byte[] content) {
        var key = kept.computeIfAbsent(
                name,
                _ -> new SecretKeySpec(
                        Base64.getDecoder()
                                .decode(configured.orElseGet(
                                        () -> QuarkusTransaction.requiringNew().call(() -> stored(name)))),
                        HMAC));
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a transaction of its own: a key that was used stays, whatever becomes of what it was used for. */
    private String stored(String name) {
        var made = new byte[32];
        new SecureRandom().nextBytes(made);
        entities.createNativeQuery("insert into store_key (name, value) values (:name, :value) on conflict do nothing")
                .setParameter("name", name)
                .setParameter("value", Base64.getEncoder().encodeToString(made))
                .executeUpdate();
        return (String) entities.createNativeQuery("select value from store_key where name = :name")
                .setParameter("name", name)
                .getSingleResult();
    }
}
