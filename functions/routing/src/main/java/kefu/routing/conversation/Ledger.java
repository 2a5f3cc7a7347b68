package kefu.routing.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import kefu.model.Require;

/** What a turn cost; kept as JSON beside it. */
@RegisterForReflection
public record Ledger(List<Entry> entries, double millis) {
    public Ledger {
        entries = Require.list(entries);
    }

    /**
     * One step of the turn.
     *
     * @param millis how long the turn waited for it
     * @param deviceMillis model time on a CPU or GPU
     * @param tokens of a language model
     * @param cost of a paid service
     */
    public record Entry(String step, double millis, double deviceMillis, int tokens, BigDecimal cost) {}
}
