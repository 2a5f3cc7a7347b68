package kefu.inference.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Divides examples so that each is held out once. */
final class Folds {
    private Folds() {}

    /**
     * Examples of one group stay together where there are groups; otherwise labels are spread evenly.
     *
     * @param most folds; fewer when there are fewer groups
     * @return the fold of each example, counted from 0
     */
    static int[] of(Examples examples, int most, long seed) {
        return examples.grouped() && examples.groups().size() > 1
                ? grouped(examples, most)
                : spread(examples, most, seed);
    }

    private static int[] grouped(Examples examples, int most) {
        List<String> groups = examples.groups();
        return examples.all().stream()
                .mapToInt(e -> groups.indexOf(e.group()) % most)
                .toArray();
    }

    private static int[] spread(Examples examples, int most, long seed) {
        Map<String, List<Integer>> byLabel = new HashMap<>();
        for (int i = 0; i < examples.size(); i++)
            byLabel.computeIfAbsent(examples.all().get(i).label(), _ -> new ArrayList<>())
                    .add(i);
        int[] folds = new int[examples.size()];
        Random random = new Random(seed);
        int next = 0;
        for (String label : byLabel.keySet().stream().sorted().toList()) {
            List<Integer> own = byLabel.get(label);
            java.util.Collections.shuffle(own, random);
            for (int i : own) folds[i] = next++ % most;
        }
        return folds;
    }

    /** @return the numbers of the examples in a fold, or of those outside it */
    static int[] members(int[] folds, int fold, boolean inside) {
        return java.util.stream.IntStream.range(0, folds.length)
                .filter(i -> (folds[i] == fold) == inside)
                .toArray();
    }
}
