package kefu.analytics.insight;

import java.util.ArrayDeque;
import java.util.List;

/**
 * The last few minutes of a window's summaries, each with an id. A reader who names the last id it saw gets all after it,
 * once. One who names none, or one that is not known any more (too old, of another replica, of before a restart), gets the
 * newest: a summary tells the whole state, so nothing is lost by what came before it. Thread-safe.
 */
final class Snapshots {
    private static final int KEPT = 300;

    /** @param id names the run of this replica and the place in it */
    record Snapshot(String id, Summary summary) {}

    private final String prefix;
    private final ArrayDeque<Snapshot> kept = new ArrayDeque<>();
    private long next;

    Snapshots(String prefix) {
        this.prefix = prefix + ".";
    }

    /** Adds it, unless it says the same as the last. */
    synchronized void add(Summary summary) {
        if (!kept.isEmpty() && kept.getLast().summary().saysTheSameAs(summary)) return;
        kept.addLast(new Snapshot(prefix + next++, summary));
        if (kept.size() > KEPT) kept.removeFirst();
    }

    /** @param id null for none @return oldest first */
    synchronized List<Snapshot> after(String id) {
        if (kept.isEmpty()) return List.of();
        long last = number(id);
        long oldest = next - kept.size();
        if (last < oldest - 1 || last >= next) return List.of(kept.getLast());
        return kept.stream().skip(last + 1 - oldest).toList();
    }

    /** @return its place, or -2: before all */
    private long number(String id) {
        if (id == null || !id.startsWith(prefix)) return -2;
        try {
            return Math.max(-2, Long.parseLong(id.substring(prefix.length())));
        } catch (NumberFormatException e) {
            return -2;
        }
    }
}
