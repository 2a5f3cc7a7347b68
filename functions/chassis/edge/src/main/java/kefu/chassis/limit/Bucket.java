package kefu.chassis.limit;

/** A token bucket. Not thread-safe: its owner guards it. Source: Turner 1986, leaky bucket as a meter. */
final class Bucket {
    private final double perSecond;
    private final int size;
    private double tokens;
    private long filledAt;

    Bucket(double perSecond, int size, long nowNanos) {
        this.perSecond = perSecond;
        this.size = size;
        this.tokens = size;
        this.filledAt = nowNanos;
    }

    /** @return whether a token was there to take */
    boolean take(long nowNanos) {
        tokens = Math.min(size, tokens + (nowNanos - filledAt) / 1e9 * perSecond);
        filledAt = nowNanos;
        if (tokens < 1) return false;
        tokens--;
        return true;
    }

    int left() {
        return (int) tokens;
    }

    boolean idle(long nowNanos) {
        return tokens + (nowNanos - filledAt) / 1e9 * perSecond >= size;
    }

    /** @return whole seconds until the next token, at least one */
    int retryAfterSeconds() {
        return Math.max(1, (int) Math.ceil((1 - tokens) / perSecond));
    }
}
