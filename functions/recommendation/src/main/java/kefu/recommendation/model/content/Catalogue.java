package kefu.recommendation.model.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import kefu.model.shop.Product;

/** All products as they stand at one moment. Immutable; likenesses are computed when first asked for, and kept. */
public final class Catalogue {
    public static final Catalogue EMPTY = new Catalogue(List.of());

    private static final int MOST_ALIKE = 60;
    private static final double LEAST_LIKENESS = 0.05;

    private final List<Listed> products;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Listed> available;
    private final Index index;
    private final AtomicReferenceArray<List<Alike>> alike;

    private Catalogue(List<Listed> products) {
        this.products = products;
        for (int p = 0; p < products.size(); p++) numbers.put(products.get(p).id(), p);
        available = products.stream().filter(p -> p.product().available()).toList();
        index = new Index(products);
        alike = new AtomicReferenceArray<>(products.size());
    }

    /** A product that is like another. @param likeness cosine, in (0, 1] */
    public record Alike(String productId, double likeness) {}

    /** @return this catalogue with these products in place of those of the same ids */
    public Catalogue with(Collection<Listed> changed) {
        if (changed.isEmpty()) return this;
        var byId = new java.util.TreeMap<String, Listed>();
        for (var product : products) byId.put(product.id(), product);
        for (var product : changed) byId.put(product.id(), product);
        return new Catalogue(List.copyOf(byId.values()));
    }

    public Optional<Listed> get(String id) {
        return Optional.ofNullable(numbers.get(id)).map(products::get);
    }

    /** @return what can be ordered, by id */
    public List<Listed> available() {
        return available;
    }

    public int size() {
        return products.size();
    }

    /** @return the products most like this one, strongest first; none for a product that is not here */
    public List<Alike> alike(String id) {
        var number = numbers.get(id);
        if (number == null) return List.of();
        var known = alike.get(number);
        if (known == null) alike.set(number, known = findAlike(number));
        return known;
    }

    /** @return cosine of the two products' texts and facts, in [0, 1]; 0 for a product that is not here */
    public double likeness(String a, String b) {
        var first = numbers.get(a);
        var second = numbers.get(b);
        return first == null || second == null ? 0 : index.vector(first).dot(index.vector(second));
    }

    /** @return the products that the query speaks of, in no particular order */
    public List<Match> matches(String query) {
        return new Query(index, products).run(query);
    }

    /**
     * @return what makes these two products alike: a fact, else the category, else a word, and of those what adds most
     * @throws java.util.NoSuchElementException when they share nothing, or one is not here
     */
    public Shared shared(String a, String b) {
        var first = get(a).orElseThrow();
        var second = index.vector(numbers.get(get(b).orElseThrow().id()));
        var mine = index.vector(numbers.get(a));
        int best = -1;
        double most = 0;
        for (int term : mine.terms) {
            double adds = mine.weight(term) * second.weight(term) * telling(index.name(term));
            if (adds > most) {
                most = adds;
                best = term;
            }
        }
        if (best < 0) throw new java.util.NoSuchElementException("nothing in common: " + a + ", " + b);
        return shared(first, index.name(best));
    }

    /** Facts tell a reader more than words, and a single word of running text may mislead. */
    private static double telling(String term) {
        return switch (term.charAt(0)) {
            case '=' -> 100;
            case '#' -> 10;
            default -> 1;
        };
    }

    private static Shared shared(Listed product, String term) {
        return switch (term.charAt(0)) {
            case '=' ->
                new Shared.SameFact(
                        product.facts().get(term).key(),
                        product.facts().get(term).value());
            case '#' -> new Shared.SameCategory(term.substring(1));
            default -> new Shared.SameWord(term);
        };
    }

    private List<Alike> findAlike(int number) {
        var mine = index.vector(number);
        var sums = new float[products.size()];
        int common = Math.max(100, products.size() / 4);
        for (int i = 0; i < mine.terms.length; i++) {
            var postings = index.postings(mine.terms[i]);
            if (postings.length > common) continue;
            for (int p : postings) sums[p] += mine.weights[i] * index.vector(p).weight(mine.terms[i]);
        }
        var found = new ArrayList<Alike>();
        for (int p = 0; p < sums.length; p++)
            if (p != number && sums[p] >= LEAST_LIKENESS)
                found.add(new Alike(products.get(p).id(), mine.dot(index.vector(p))));
        found.sort(Comparator.comparingDouble((Alike a) -> -a.likeness()).thenComparing(Alike::productId));
        return List.copyOf(found.subList(0, Math.min(MOST_ALIKE, found.size())));
    }

    public Optional<Product> product(String id) {
        return get(id).map(Listed::product);
    }
}
