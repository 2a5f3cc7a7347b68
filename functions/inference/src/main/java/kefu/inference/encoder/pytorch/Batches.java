package kefu.inference.encoder.pytorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Divides texts into batches of like length, so that little of a pass is spent on padding. */
final class Batches {
    /** Batches among which texts are sorted by length; more would make an epoch's order less random. */
    private static final int SORTED = 16;

    private Batches() {}

    /** @return batches in random order, each of texts of like length */
    static List<int[]> shuffled(long[][] ids, int[] members, int size, long seed) {
        Random random = new Random(seed);
        int[] order = members.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < order.length; from += size * SORTED)
            batches.addAll(byLength(
                    ids, Arrays.copyOfRange(order, from, Math.min(order.length, from + size * SORTED)), size));
        java.util.Collections.shuffle(batches, random);
        return batches;
    }

    static List<int[]> byLength(long[][] ids, int[] members, int size) {
        int[] sorted = Arrays.stream(members)
                .boxed()
                .sorted(Comparator.comparingInt(i -> ids[i].length))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < sorted.length; from += size)
            batches.add(Arrays.copyOfRange(sorted, from, Math.min(sorted.length, from + size)));
        return batches;
    }
}
