package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What customers are found by, as keyed fingerprints: the database holds neither e-mails nor postcodes to search. */
@ApplicationScoped
class SearchKeys {
    private final StoreKeys keys;

    SearchKeys(StoreKeys keys) {
        this.keys = keys;
    }

    Optional<String> email(String email) {
        return fingerprint("email", email);
    }

    Optional<String> zip(String zip) {
        return fingerprint("zip", zip == null ? null : zip.replace("-", ""));
    }

    private Optional<String> fingerprint(String kind, String value) {
        if (value == null || value.isBlank()) return Optional.empty();
        var normal = value.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Optional.of(HexFormat.of().formatHex(keys.fingerprint(kind + ":" + normal)));
    }
}
