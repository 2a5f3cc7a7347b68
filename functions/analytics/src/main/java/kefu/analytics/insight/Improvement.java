package kefu.analytics.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Example;
import kefu.analytics.tally.Problem;
import kefu.analytics.tally.Tally;

/**
 * What to improve: an intent, what went wrong with it, and what that cost.
 *
 * @param intent what was out of scope counts with the intent it came nearest to
 * @param cost the problems, weighted by what one costs; the dearest intent is to be improved first
 * @param turns with this intent
 * @param examples masked, newest first
 */
public record Improvement(
        String intent,
        double cost,
        long turns,
        long outOfScope,
        long clarified,
        long handedOff,
        long lowRated,
        long refused,
        List<Example> examples) {

    /** @return the dearest first */
    static List<Improvement> of(Tally tally, ToDoubleFunction<Problem> cost) {
        var intents = new TreeSet<String>();
        for (var problem : Problem.values())
            intents.addAll(tally.group(problem.group()).keySet());
        var turns = tally.group(Counters.INTENT);
        return intents.stream()
                .map(intent -> of(intent, turns.getOrDefault(intent, 0L), tally, cost))
                .sorted(Comparator.comparingDouble(Improvement::cost).reversed())
                .toList();
    }

    private static Improvement of(String intent, long turns, Tally tally, ToDoubleFunction<Problem> cost) {
        double sum = problems()
                .mapToDouble(p -> cost.applyAsDouble(p) * tally.of(p.of(intent)))
                .sum();
        return new Improvement(
                intent,
                sum,
                turns,
                tally.of(Problem.OUT_OF_SCOPE.of(intent)),
                tally.of(Problem.CLARIFIED.of(intent)),
                tally.of(Problem.HANDED_OFF.of(intent)),
                tally.of(Problem.LOW_RATED.of(intent)),
                tally.of(Problem.REFUSED.of(intent)),
                tally.examples(intent));
    }

    private static Stream<Problem> problems() {
        return Arrays.stream(Problem.values());
    }
}
