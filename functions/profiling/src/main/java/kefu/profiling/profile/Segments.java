package kefu.profiling.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which kind of customer this is: how much they bought, and what to watch. */
final class Segments {
    private static final int ORDERS_OF_LOYAL = 5;
    private static final double UNHAPPY = 0.35;
    private static final double BARGAIN_QUESTIONS = 1.5;
    private static final double BARGAIN_SHARE = 0.4;

    private final FoldRules rules;

    Segments(FoldRules rules) {
        this.rules = rules;
    }

    List<String> of(int orders, Map<String, Double> intents, double satisfaction, Instant lastSeen, Instant now) {
        var segments = new ArrayList<String>();
        segments.add(orders == 0 ? "new" : orders < ORDERS_OF_LOYAL ? "regular" : "loyal");
        boolean silent = lastSeen.plus(rules.silence()).isBefore(now);
        if (satisfaction < UNHAPPY || orders > 0 && silent) segments.add("at_risk");
        if (huntsBargains(intents)) segments.add("bargain_hunter");
        return segments;
    }

    private boolean huntsBargains(Map<String, Double> intents) {
        double all = 0;
        double bargains = 0;
        for (var intent : intents.entrySet()) {
            all += intent.getValue();
            if (rules.bargains().contains(intent.getKey())) bargains += intent.getValue();
        }
        return bargains >= BARGAIN_QUESTIONS && bargains >= BARGAIN_SHARE * all;
    }
}
