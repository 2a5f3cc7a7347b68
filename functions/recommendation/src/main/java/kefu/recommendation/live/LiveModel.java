package kefu.recommendation.live;

import jakarta.enterprise.context.ApplicationScoped;
import kefu.recommendation.model.Snapshot;

/** What the model knows now. Thread-safe: one writer swaps the snapshot, readers keep the one they took. */
@ApplicationScoped
public class LiveModel {
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean loaded;

    public Snapshot now() {
        return snapshot;
    }

    /** @return whether everything that was kept before this start is in the snapshot */
    public boolean loaded() {
        return loaded;
    }

    void swap(Snapshot next) {
        snapshot = next;
        loaded = true;
    }
}
