package kefu.analytics.insight;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Tally;
import kefu.chassis.problem.Problem;

/** A number that is read off a tally; nothing where there is nothing to read it off. */
public enum Metric {
    TURNS("turns", "turns", tally -> OptionalDouble.of(tally.of(Counters.TURNS))),
    CONVERSATIONS("conversations", "conversations", tally -> OptionalDouble.of(tally.of(Counters.CONVERSATIONS))),
    /** The share of conversations that no person had to take over. */
    AUTOMATION_RATE("automationRate", "share", tally -> {
        var handedOff = share(tally, Counters.HANDED_OFF, Counters.CONVERSATIONS);
        return handedOff.isEmpty() ? handedOff : OptionalDouble.of(1 - handedOff.getAsDouble());
    }),
    HANDOFF_SHARE("handoffShare", "share", tally -> share(tally, Counters.HANDED_OFF, Counters.CONVERSATIONS)),
    OUT_OF_SCOPE_SHARE("outOfScopeShare", "share", tally -> share(tally, Counters.OUT_OF_SCOPE, Counters.TURNS)),
    DEGRADED_SHARE("degradedShare", "share", tally -> share(tally, Counters.DEGRADED, Counters.TURNS)),
    REFUSED_SHARE("refusedShare", "share", tally -> share(tally, Counters.REFUSED, Counters.OPERATIONS)),
    LATENCY_P50("latencyP50", "ms", tally -> tally.quantile(Counters.LATENCY, 0.5)),
    LATENCY_P95("latencyP95", "ms", tally -> tally.quantile(Counters.LATENCY, 0.95)),
    LATENCY_P99("latencyP99", "ms", tally -> tally.quantile(Counters.LATENCY, 0.99)),
    SATISFACTION("satisfaction", "share", tally -> {
        long conversations = tally.of(Counters.CONVERSATIONS);
        return conversations == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(tally.total(Counters.SATISFACTION) / conversations, 0, 1));
    }),
    FEEDBACK_MEAN("feedbackMean", "stars", Metric::meanRating),
    HANDOFFS("handoffs", "hand-offs", tally -> OptionalDouble.of(tally.of(Counters.HANDOFF + "waiting"))),
    CLICK_RATE("clickRate", "share", tally -> share(tally, Counters.FOLLOWED + "view", Counters.SHOWN)),
    PURCHASE_RATE("purchaseRate", "share", tally -> share(tally, Counters.FOLLOWED + "purchase", Counters.SHOWN)),
    EVENTS("events", "events", tally -> OptionalDouble.of(tally.of(Counters.EVENTS)));

    private final String json;
    private final String unit;
    private final Function<Tally, OptionalDouble> reading;

    Metric(String json, String unit, Function<Tally, OptionalDouble> reading) {
        this.json = json;
        this.unit = unit;
        this.reading = reading;
    }

    /** @throws kefu.chassis.problem.ProblemException 400 unless it is the name of a metric */
    static Metric of(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.json.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(new Problem.FieldError(
                                "metric",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(m -> m.json)
                                                .toList())))
                        .asException());
    }

    public String json() {
        return json;
    }

    String unit() {
        return unit;
    }

    public OptionalDouble of(Tally tally) {
        return reading.apply(tally);
    }

    private static OptionalDouble share(Tally tally, String part, String whole) {
        long of = tally.of(whole);
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) tally.of(part) / of);
    }

    private static OptionalDouble meanRating(Tally tally) {
        long ratings = tally.of(Counters.RATINGS);
        if (ratings == 0) return OptionalDouble.empty();
        double sum = tally.group(Counters.RATING).entrySet().stream()
                .mapToDouble(stars -> Integer.parseInt(stars.getKey()) * stars.getValue())
                .sum();
        return OptionalDouble.of(sum / ratings);
    }
}
