package kefu.analytics.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Tally;

/**
 * How it went in a window. Shares and rates are in [0, 1], and null where there was nothing to take a share of.
 *
 * @param from start of the window
 * @param to its end: the end of the bucket that is being counted
 * @param conversations that were active in it, each counted once
 * @param automationRate the share of them that no person had to take over
 * @param degradedShare of turns that were answered without some function
 * @param without how many turns each function was missing in
 * @param satisfaction the mean over the conversations; analytics' README has the formula
 */
public record Summary(
        Window window,
        Instant from,
        Instant to,
        long turns,
        long conversations,
        Double automationRate,
        Double outOfScopeShare,
        Double degradedShare,
        Map<String, Long> without,
        Latency latencyMillis,
        List<Share> intents,
        List<Share> languages,
        List<Share> emotions,
        List<Share> channels,
        Double satisfaction,
        Feedback feedback,
        Handoffs handoffs,
        List<Operation> operations,
        Recommendations recommendations,
        Map<String, Long> orders,
        Map<String, Long> interactions,
        Events events) {

    /** Of Kefu's own replies. */
    public record Latency(Double p50, Double p95, Double p99) {}

    public record Share(String name, long count, double share) {}

    public record Feedback(long count, Double mean, Map<String, Long> stars) {}

    /** @param waiting how many of the window's conversations wait for a person now */
    public record Handoffs(
            long requested,
            long claimed,
            long resolved,
            long returned,
            long waiting,
            Double secondsToClaimP50,
            Double secondsToClaimP95) {}

    public record Operation(String name, long previewed, long done, long refused, long failed) {}

    /** Products that were shown, and what the customers did with them within the attribution time. */
    public record Recommendations(
            long shown, long clicked, long carted, long purchased, Double clickRate, Double purchaseRate) {}

    /** What became of the events themselves. @param unreadable went to the dead letters */
    public record Events(long counted, long duplicates, long late, long unreadable) {}

    static Summary of(Window window, Tally tally, Instant to) {
        return new Summary(
                window,
                to.minus(window.length()),
                to,
                tally.of(Counters.TURNS),
                tally.of(Counters.CONVERSATIONS),
                value(Metric.AUTOMATION_RATE.of(tally)),
                value(Metric.OUT_OF_SCOPE_SHARE.of(tally)),
                value(Metric.DEGRADED_SHARE.of(tally)),
                tally.group(Counters.WITHOUT),
                new Latency(
                        value(Metric.LATENCY_P50.of(tally)),
                        value(Metric.LATENCY_P95.of(tally)),
                        value(Metric.LATENCY_P99.of(tally))),
                shares(tally.group(Counters.INTENT)),
                shares(tally.group(Counters.LANGUAGE)),
                shares(tally.group(Counters.EMOTION)),
                shares(tally.group(Counters.CHANNEL)),
                value(Metric.SATISFACTION.of(tally)),
                new Feedback(
                        tally.of(Counters.RATINGS),
                        value(Metric.FEEDBACK_MEAN.of(tally)),
                        tally.group(Counters.RATING)),
                handoffs(tally),
                operations(tally.group(Counters.OPERATION)),
                new Recommendations(
                        tally.of(Counters.SHOWN),
                        tally.of(Counters.FOLLOWED + "view"),
                        tally.of(Counters.FOLLOWED + "cart"),
                        tally.of(Counters.FOLLOWED + "purchase"),
                        value(Metric.CLICK_RATE.of(tally)),
                        value(Metric.PURCHASE_RATE.of(tally))),
                tally.group(Counters.ORDER),
                tally.group(Counters.INTERACTION),
                new Events(
                        tally.of(Counters.EVENTS),
                        tally.of(Counters.DUPLICATES),
                        tally.of(Counters.LATE),
                        tally.of(Counters.UNREADABLE)));
    }

    /** @return whether it says the same of what was counted */
    boolean saysTheSameAs(Summary other) {
        return other.at(to).equals(this);
    }

    private Summary at(Instant time) {
        return new Summary(
                window,
                time.minus(window.length()),
                time,
                turns,
                conversations,
                automationRate,
                outOfScopeShare,
                degradedShare,
                without,
                latencyMillis,
                intents,
                languages,
                emotions,
                channels,
                satisfaction,
                feedback,
                handoffs,
                operations,
                recommendations,
                orders,
                interactions,
                events);
    }

    private static Handoffs handoffs(Tally tally) {
        var claim50 = tally.quantile(Counters.CLAIM, 0.5);
        var claim95 = tally.quantile(Counters.CLAIM, 0.95);
        return new Handoffs(
                tally.of(Counters.HANDOFF + "waiting"),
                tally.of(Counters.HANDOFF + "claimed"),
                tally.of(Counters.HANDOFF + "resolved"),
                tally.of(Counters.HANDOFF + "returned"),
                tally.of(Counters.WAITING),
                seconds(claim50),
                seconds(claim95));
    }

    private static List<Operation> operations(Map<String, Long> counts) {
        return counts.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf(Tally.OF)))
                .distinct()
                .map(name -> new Operation(
                        name,
                        counts.getOrDefault(name + ":previewed", 0L),
                        counts.getOrDefault(name + ":done", 0L),
                        counts.getOrDefault(name + ":refused", 0L),
                        counts.getOrDefault(name + ":failed", 0L)))
                .toList();
    }

    private static List<Share> shares(Map<String, Long> counts) {
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), entry.getValue() / all))
                .sorted(Comparator.comparingLong(Share::count).reversed().thenComparing(Share::name))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Double seconds(OptionalDouble millis) {
        return millis.isPresent() ? Double.valueOf(round(millis.getAsDouble() / 1000)) : null;
    }

    private static Double value(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(round(value.getAsDouble())) : null;
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
