package kefu.routing.conversation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Notes what the steps of one turn cost, as they happen. Not thread-safe: one turn, one thread. */
final class LedgerBook {
    private final long begun = System.nanoTime();
    private final List<Ledger.Entry> entries = new ArrayList<>();

    <T> T note(String step, Supplier<T> work) {
        return note(step, work, _ -> 0);
    }

    /** @param deviceMillis reads model time out of what the step gave */
    <T> T note(String step, Supplier<T> work, ToDoubleFunction<T> deviceMillis) {
        long start = System.nanoTime();
        T given = work.get();
        entries.add(new Ledger.Entry(
                step, millis(System.nanoTime() - start), deviceMillis.applyAsDouble(given), 0, BigDecimal.ZERO));
        return given;
    }

    double millis() {
        return millis(System.nanoTime() - begun);
    }

    Ledger close() {
        return new Ledger(entries, millis());
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 100.0;
    }
}
