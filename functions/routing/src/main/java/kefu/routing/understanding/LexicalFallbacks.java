package kefu.routing.understanding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kefu.routing.pack.Pack;

/** One fallback a pack, made when it is first needed. */
@ApplicationScoped
class LexicalFallbacks {
    private final Map<String, LexicalFallback> byPack = new ConcurrentHashMap<>();

    LexicalFallback of(Pack pack) {
        return byPack.computeIfAbsent(pack.name(), _ -> new LexicalFallback(pack));
    }
}
