package kefu.analytics.stream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kefu.analytics.count.Shown;
import org.apache.kafka.streams.state.WindowStore;

/** What was shown to the customers of one partition. A customer is an HMAC (RFC 2104) of their id here. */
final class ShownStore implements Shown {
    private static final String ALGORITHM = "HmacSHA256";

    private final WindowStore<String, Impression> store;
    private final Duration attribution;
    private final Mac hash;

    ShownStore(WindowStore<String, Impression> store, Duration attribution, String secret) {
        this.store = store;
        this.attribution = attribution;
        try {
            this.hash = Mac.getInstance(ALGORITHM);
            hash.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void put(String customerId, String productId, Impression impression) {
        store.put(key(customerId, productId), impression, impression.at());
    }

    @Override
    public Optional<Impression> lastBefore(String customerId, String productId, long epochMillis) {
        var at = Instant.ofEpochMilli(epochMillis);
        try (var found = store.backwardFetch(key(customerId, productId), at.minus(attribution), at)) {
            return found.hasNext() ? Optional.of(found.next().value) : Optional.empty();
        }
    }

    private String key(String customerId, String productId) {
        return HexFormat.of().formatHex(hash.doFinal(customerId.getBytes(StandardCharsets.UTF_8)), 0, 16) + "/"
                + productId;
    }
}
