package kefu.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562, 5.7), so that ids sort by the time at which they were made. Thread-safe. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** @return a new id, in the 36 characters of a UUID */
    public static String next() {
        return at(Clock.systemUTC().millis());
    }

    static String at(long epochMillis) {
        long random = RANDOM.nextLong();
        long high = (epochMillis << 16) | 0x7000L | (random & 0x0FFFL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low).toString();
    }
}
