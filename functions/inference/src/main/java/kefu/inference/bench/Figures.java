package kefu.inference.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in the order of the measuring. */
final class Figures {
    private final Map<String, Timing> timings = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    Timing put(String name, Timing timing) {
        timings.put(name, timing);
        return timing;
    }

    void put(Goal goal) {
        goals.add(goal);
    }

    Map<String, Timing> timings() {
        return timings;
    }

    List<Goal> goals() {
        return goals;
    }
}
