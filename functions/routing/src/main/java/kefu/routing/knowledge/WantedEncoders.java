package kefu.routing.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which encoder questions of a language come from, so that passages get vectors which can be compared with them. */
@ApplicationScoped
class WantedEncoders {
    private final Map<String, String> byLanguage = new ConcurrentHashMap<>();

    void note(String language, String encoder) {
        byLanguage.put(language, encoder);
    }

    /** @return empty until the first question or passage got its vector */
    Optional<String> of(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }
}
