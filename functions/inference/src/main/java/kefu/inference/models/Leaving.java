package kefu.inference.models;

/** Tells when a caller has gone before the answer: what was begun for it need not be finished. */
@FunctionalInterface
public interface Leaving {
    /** A caller who never leaves. */
    Leaving NEVER = _ -> {};

    /** @param drop run once when the caller leaves, on any thread */
    void then(Runnable drop);
}
