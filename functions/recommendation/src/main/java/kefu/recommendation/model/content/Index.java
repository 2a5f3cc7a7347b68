package kefu.recommendation.model.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms of all products with what each is worth, and where it stands. Immutable after construction. Source: TF-IDF with
 * a smoothed inverse document frequency, ln(1 + N / n).
 */
final class Index {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final double[] worth;
    private final int[][] postings;
    private final Vector[] vectors;

    Index(List<Listed> products) {
        var counts = new ArrayList<int[]>();
        for (var product : products) for (var term : product.terms().keySet()) counts.get(number(term, counts))[0]++;
        worth = new double[names.size()];
        postings = new int[names.size()][];
        for (int t = 0; t < worth.length; t++) {
            worth[t] = Math.log(1 + (double) products.size() / counts.get(t)[0]);
            postings[t] = new int[counts.get(t)[0]];
            counts.get(t)[0] = 0;
        }
        vectors = new Vector[products.size()];
        for (int p = 0; p < vectors.length; p++) {
            var terms = products.get(p).terms();
            vectors[p] = Vector.of(
                    terms.keySet().stream().mapToInt(numbers::get).sorted().toArray(),
                    t -> Math.sqrt(terms.get(names.get(t))) * worth[t]);
            for (int t : vectors[p].terms) postings[t][counts.get(t)[0]++] = p;
        }
    }

    private int number(String term, List<int[]> counts) {
        return numbers.computeIfAbsent(term, name -> {
            names.add(name);
            counts.add(new int[1]);
            return names.size() - 1;
        });
    }

    Vector vector(int product) {
        return vectors[product];
    }

    /** @return the term's number, or -1 when no product has it */
    int term(String name) {
        return numbers.getOrDefault(name, -1);
    }

    String name(int term) {
        return names.get(term);
    }

    double worth(int term) {
        return worth[term];
    }

    /** @return the products that have the term */
    int[] postings(int term) {
        return postings[term];
    }
}
