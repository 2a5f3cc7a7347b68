package kefu.analytics.tally;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was counted in a bucket or, added up, in a window: counters, sums, spreads, and a few examples. A name may have a
 * group before it ({@code intent:order.status}). Not thread-safe while it is added to.
 */
@RegisterForReflection(targets = {Tally.class, Histogram.class, Example.class})
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public final class Tally {
    /** Between a group and a name. */
    public static final String OF = ":";

    private static final int MOST_EXAMPLES = 5;

    private final TreeMap<String, Long> counts;
    private final TreeMap<String, Double> sums;
    private final TreeMap<String, Histogram> spreads;
    private final TreeMap<String, List<Example>> examples;

    public Tally() {
        this(null, null, null, null);
    }

    @JsonCreator
    Tally(
            @JsonProperty("counts") Map<String, Long> counts,
            @JsonProperty("sums") Map<String, Double> sums,
            @JsonProperty("spreads") Map<String, Histogram> spreads,
            @JsonProperty("examples") Map<String, List<Example>> examples) {
        this.counts = counts == null ? new TreeMap<>() : new TreeMap<>(counts);
        this.sums = sums == null ? new TreeMap<>() : new TreeMap<>(sums);
        this.spreads = spreads == null ? new TreeMap<>() : new TreeMap<>(spreads);
        this.examples = examples == null ? new TreeMap<>() : new TreeMap<>(examples);
    }

    public void count(String name) {
        count(name, 1);
    }

    /** @param n may be negative: what was counted in another bucket before */
    public void count(String name, long n) {
        if (n != 0) counts.merge(name, n, Tally::sumOrNone);
    }

    public void sum(String name, double value) {
        sums.merge(name, value, Double::sum);
    }

    public void spread(String name, double value) {
        spreads.computeIfAbsent(name, _ -> new Histogram()).add(value);
    }

    /** Keeps the newest few of a name, each text once. */
    public void example(String name, Example example) {
        var kept = new ArrayList<>(examples.getOrDefault(name, List.of()));
        kept.add(example);
        keep(name, kept);
    }

    public void add(Tally other) {
        other.counts.forEach(this::count);
        other.sums.forEach(this::sum);
        other.spreads.forEach((name, spread) ->
                spreads.computeIfAbsent(name, _ -> new Histogram()).add(spread));
        other.examples.forEach((name, more) -> {
            var kept = new ArrayList<>(examples.getOrDefault(name, List.of()));
            kept.addAll(more);
            keep(name, kept);
        });
    }

    /** @return how often it was counted */
    public long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    public double total(String name) {
        return sums.getOrDefault(name, 0.0);
    }

    /** @param group with its colon @return the counters of the group by their names without it, in their order */
    public Map<String, Long> group(String group) {
        var of = new TreeMap<String, Long>();
        counts.subMap(group, group + Character.MAX_VALUE)
                .forEach((name, count) -> of.put(name.substring(group.length()), count));
        return of;
    }

    public OptionalDouble quantile(String name, double q) {
        var spread = spreads.get(name);
        return spread == null ? OptionalDouble.empty() : spread.quantile(q);
    }

    public List<Example> examples(String name) {
        return List.copyOf(examples.getOrDefault(name, List.of()));
    }

    private void keep(String name, List<Example> candidates) {
        candidates.sort(Comparator.comparing(Example::at).reversed());
        var texts = new HashSet<String>();
        examples.put(
                name,
                candidates.stream()
                        .filter(example -> texts.add(example.text()))
                        .limit(MOST_EXAMPLES)
                        .toList());
    }

    private static Long sumOrNone(Long a, Long b) {
        return a + b == 0 ? null : Long.valueOf(a + b);
    }
}
