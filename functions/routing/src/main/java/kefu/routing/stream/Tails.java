package kefu.routing.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The listeners of this process, by stream. Thread-safe. */
@ApplicationScoped
class Tails {
    private final Map<String, Set<Tail>> open = new ConcurrentHashMap<>();

    void add(String stream, Tail tail) {
        open.compute(stream, (_, tails) -> {
            var all = tails == null ? ConcurrentHashMap.<Tail>newKeySet() : tails;
            all.add(tail);
            return all;
        });
    }

    void remove(String stream, Tail tail) {
        tail.close();
        open.computeIfPresent(stream, (_, tails) -> {
            tails.remove(tail);
            return tails.isEmpty() ? null : tails;
        });
    }

    void wake(String stream) {
        open.getOrDefault(stream, Set.of()).forEach(Tail::wake);
    }

    void wakeAll() {
        open.keySet().forEach(this::wake);
    }

    /** Wakes those who have not read up to these numbers. */
    void wakeBehind(Map<String, Long> lastOfEach) {
        lastOfEach.forEach((stream, last) -> open.getOrDefault(stream, Set.of()).stream()
                .filter(tail -> tail.isBehind(last))
                .forEach(Tail::wake));
    }

    Set<String> streams() {
        return Set.copyOf(open.keySet());
    }

    int count() {
        return open.values().stream().mapToInt(Set::size).sum();
    }
}
