package kefu.recommendation.model.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the products that a query speaks of: the share of the query's worth that a product's texts cover. */
final class Query {
    private final Index index;
    private final List<Listed> products;

    Query(Index index, List<Listed> products) {
        this.index = index;
        this.products = products;
    }

    List<Match> run(String text) {
        var known = new HashMap<Integer, String>();
        double whole = 0;
        var words = Words.of(text);
        for (var word : words) {
            int term = index.term(word.stem());
            if (term >= 0 && known.put(term, word.stem()) == null) whole += index.worth(term);
        }
        var fits = new HashMap<Integer, Double>();
        for (int term : known.keySet())
            for (int p : index.postings(term))
                fits.merge(p, index.worth(term) * coverage(p, known.get(term)), Double::sum);
        return matches(fits, whole, words, Words.normal(text));
    }

    /** @return 1 for a word of the product's name, less elsewhere */
    private double coverage(int product, String stem) {
        return Math.min(1, products.get(product).terms().get(stem) / Listed.IN_NAME);
    }

    private List<Match> matches(Map<Integer, Double> fits, double whole, List<Words.Word> words, String text) {
        var matches = new ArrayList<Match>(fits.size());
        fits.forEach((p, fit) -> {
            var listed = products.get(p);
            matches.add(new Match(
                    listed.id(), fit / whole, found(words, text, listed.terms().keySet())));
        });
        return matches;
    }

    /** Neighbouring pairs of characters are joined again: 露营 and 营灯 were found as 露营灯. */
    private static List<String> found(List<Words.Word> words, String text, Set<String> terms) {
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        int start = -1;
        int end = -1;
        for (var word : words) {
            if (!terms.contains(word.stem())) continue;
            if (start >= 0 && word.start() < end) {
                end = word.end();
                continue;
            }
            if (start >= 0 && seen.add(text.substring(start, end))) found.add(text.substring(start, end));
            start = word.start();
            end = word.end();
        }
        if (start >= 0 && seen.add(text.substring(start, end))) found.add(text.substring(start, end));
        return found;
    }
}
