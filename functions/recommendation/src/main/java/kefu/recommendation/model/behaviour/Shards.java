package kefu.recommendation.model.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable map that can be succeeded cheaply by one with a few changes: the successor shares every shard that did
 * not change. Reading takes O(1), succeeding O(changes × size / {@value #COUNT}).
 */
final class Shards<V> {
    private static final int COUNT = 1024;

    private final Map<String, V>[] shards;

    private Shards(Map<String, V>[] shards) {
        this.shards = shards;
    }

    @SuppressWarnings("unchecked")
    static <V> Shards<V> empty() {
        var shards = (Map<String, V>[]) new Map<?, ?>[COUNT];
        java.util.Arrays.fill(shards, Map.of());
        return new Shards<>(shards);
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(shards[shard(key)].get(key));
    }

    /** @param changes the new value of each key; empty removes it */
    Shards<V> with(Map<String, Optional<V>> changes) {
        var next = shards.clone();
        var copied = new boolean[COUNT];
        changes.forEach((key, value) -> {
            int at = shard(key);
            if (!copied[at]) {
                next[at] = new HashMap<>(next[at]);
                copied[at] = true;
            }
            value.ifPresentOrElse(v -> next[at].put(key, v), () -> next[at].remove(key));
        });
        return new Shards<>(next);
    }

    int size() {
        int size = 0;
        for (var shard : shards) size += shard.size();
        return size;
    }

    private static int shard(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & COUNT - 1;
    }
}
