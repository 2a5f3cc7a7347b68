package kefu.inference.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How good a model gets with so many examples a label: tells whether more would help. */
final class LearningCurve {
    private static final int[] SIZES = {5, 10, 20, 50};

    private LearningCurve() {}

    /** @param perLabel examples of each label, at most @param accuracy in scope, on texts held out */
    record Point(int perLabel, double accuracy) {}

    /** @return the sizes that the examples are enough for */
    static List<Integer> sizes(Labels labels, int[] members) {
        int most = most(labels, members);
        List<Integer> sizes = new ArrayList<>();
        for (int size : SIZES) if (size < most) sizes.add(size);
        return sizes;
    }

    /** @return how many examples the label with the most has */
    static int most(Labels labels, int[] members) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i : members) counts.merge(labels.numbers()[i], 1, Integer::sum);
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** @return the mean accuracy at each size that all of the curves have */
    static List<Point> mean(List<List<Point>> curves) {
        List<Point> mean = new ArrayList<>();
        int sizes = curves.stream().mapToInt(List::size).min().orElse(0);
        for (int s = 0; s < sizes; s++) {
            int size = s;
            mean.add(new Point(
                    curves.getFirst().get(s).perLabel(),
                    curves.stream()
                            .mapToDouble(curve -> curve.get(size).accuracy())
                            .average()
                            .orElseThrow()));
        }
        return mean;
    }

    /** @return at most so many examples of each label, the same for the same seed */
    static int[] some(Labels labels, int[] members, int perLabel, long seed) {
        List<Integer> shuffled = new ArrayList<>();
        for (int i : members) shuffled.add(i);
        Collections.shuffle(shuffled, new Random(seed));
        Map<Integer, Integer> counts = new HashMap<>();
        return shuffled.stream()
                .filter(i -> counts.merge(labels.numbers()[i], 1, Integer::sum) <= perLabel)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
