package kefu.recommendation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.Action.Kind;

/**
 * Purchase histories with a structure to find, from a seed: every customer has one or two interests out of twelve, buys
 * mostly within them, some products far more often than others (Zipf), and now and then anything at all.
 */
final class BoughtHistories {
    static final int PRODUCTS = 120;
    private static final int INTERESTS = 12;
    private static final double WITHIN_INTEREST = 0.8;

    private final Random random;
    private final Map<String, List<Action>> byCustomer = new LinkedHashMap<>();

    BoughtHistories(long seed, int customers, Instant now) {
        random = new Random(seed);
        for (int c = 0; c < customers; c++) byCustomer.put("c" + c, history(now));
    }

    Map<String, List<Action>> byCustomer() {
        return byCustomer;
    }

    private List<Action> history(Instant now) {
        var interests = IntStream.rangeClosed(0, random.nextInt(2))
                .map(_ -> random.nextInt(INTERESTS))
                .toArray();
        var bought = new HashSet<Integer>();
        var actions = new ArrayList<Action>();
        int count = 4 + random.nextInt(5);
        var at = now.minus(Duration.ofDays(90 + random.nextInt(60)));
        while (actions.size() < count) {
            int product = random.nextDouble() < WITHIN_INTEREST
                    ? INTERESTS * zipf(PRODUCTS / INTERESTS) + interests[random.nextInt(interests.length)]
                    : zipf(PRODUCTS);
            if (!bought.add(product)) continue;
            at = at.plus(Duration.ofHours(random.nextInt(24 * 9)));
            actions.add(new Action("p" + product, Kind.PURCHASE, at));
        }
        return actions;
    }

    /** @return a number in [0, n), k being drawn in proportion to 1 / (k + 1) */
    private int zipf(int n) {
        double whole = 0;
        for (int k = 1; k <= n; k++) whole += 1.0 / k;
        double drawn = random.nextDouble() * whole;
        for (int k = 1; k < n; k++) {
            drawn -= 1.0 / k;
            if (drawn < 0) return k - 1;
        }
        return n - 1;
    }
}
