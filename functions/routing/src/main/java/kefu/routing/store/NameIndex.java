package kefu.routing.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kefu.model.shop.Product;
import kefu.routing.context.Named;

/**
 * Finds products in a sentence by their names. A name in letters is found by its words if its last one is among them
 * ("the linen shirt" is a "Washed Linen Shirt") or two others are; a Chinese one by a run of at least two characters at
 * its end or three anywhere. Where one product is named by more of the sentence than another by the same words, only it
 * is meant. Immutable; a search is linear in the number of names.
 */
final class NameIndex {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    /** 20 厘米 is no name: whoever tells their size would name a knife. */
    private static final Pattern MEASURE = Pattern.compile("\\d+(?:\\.\\d+)?\\s*\\p{IsHan}{1,2}");

    /** How it is packed; what it is stands before. */
    private static final String PACKED = "(?:套装|礼盒|组合|套组|套件)$";

    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "a", "an", "of", "with", "for", "and", "in", "to", "my");

    /** What something is in one character: 杯子, 几种鞋. */
    private static final String ONE_CHARACTER = "(%1$s子|(?<=[种双款把件条台只卖买])%1$s(?=$|[吗呢么？?，,。！!有多怎]))";
    /** 箱子压坏了 speaks of the packaging. */
    private static final String PACKAGING = "箱袋盒瓶盖";

    private final List<Name> names;
    private final NearWords nearWords;

    /** @param beside words of the product's category, which tell it from others of its kind: an "office chair" */
    private record Name(String productId, List<String> words, Set<String> beside, String han, Optional<Pattern> noun) {}

    private record Match(String productId, BitSet where, double share) {}

    record Word(String stem, int start, int end) {}

    private NameIndex(List<Name> names) {
        this.names = names;
        this.nearWords = new NearWords(
                names.stream().flatMap(name -> name.words().stream()).toList());
    }

    static NameIndex of(List<Product> products) {
        var names = new ArrayList<Name>();
        for (var product : products)
            for (var name : product.name().byLanguage().values()) {
                var han = String.join(
                                "",
                                HAN.matcher(MEASURE.matcher(name).replaceAll(" "))
                                        .results()
                                        .map(r -> r.group())
                                        .toList())
                        .replaceAll(PACKED, "");
                var words = words(name).stream().map(Word::stem).toList();
                names.add(new Name(product.id(), words, beside(product), han, noun(han)));
            }
        return new NameIndex(List.copyOf(names));
    }

    private static Optional<Pattern> noun(String han) {
        if (han.length() < 2 || PACKAGING.contains(han.substring(han.length() - 1))) return Optional.empty();
        return Optional.of(Pattern.compile(ONE_CHARACTER.formatted(han.substring(han.length() - 1))));
    }

    private static Set<String> beside(Product product) {
        return product.category() == null
                ? Set.of()
                : words(product.category()).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
    }

    /** @return the products meant, the one whose name is said most fully first */
    Named in(String text) {
        return in(text, words(text));
    }

    /**
     * @return the products that would be meant if words that are near to those of names were mistyped: something to ask about,
     *     not to go by, since a word of its own may be near to one
     */
    List<String> near(String text) {
        var meant = words(text).stream().map(this::mended).toList();
        return in(text, meant).products();
    }

    private Word mended(Word word) {
        return nearWords
                .meant(word.stem())
                .map(stem -> new Word(stem, word.start(), word.end()))
                .orElse(word);
    }

    private Named in(String text, List<Word> words) {
        var matches = new ArrayList<Match>();
        for (var name : names) {
            var match = name.han().length() >= 2 ? inHan(name, text) : inWords(name, words);
            if (match.share() > 0) matches.add(match);
        }
        var meant = matches.stream()
                .filter(m -> matches.stream().noneMatch(other -> covers(other, m)))
                .sorted(Comparator.comparingDouble(Match::share).reversed())
                .toList();
        var products = meant.stream().map(Match::productId).distinct().toList();
        boolean alike = products.size() > 1
                && (meant.getFirst().share() < 1 || meant.get(1).share() == 1)
                && meant.stream().map(Match::where).distinct().count() == 1;
        return new Named(products, alike);
    }

    private static boolean covers(Match larger, Match smaller) {
        if (larger.where().cardinality() <= smaller.where().cardinality()) return false;
        var both = (BitSet) larger.where().clone();
        both.and(smaller.where());
        return both.equals(smaller.where());
    }

    private static Match inWords(Name name, List<Word> text) {
        var where = new BitSet();
        var found = new java.util.HashSet<String>();
        for (var word : text)
            if (name.words().contains(word.stem())) {
                found.add(word.stem());
                where.set(word.start(), word.end());
            } else if (name.beside().contains(word.stem())) {
                where.set(word.start(), word.end());
            }
        boolean meant = !name.words().isEmpty() && (found.contains(name.words().getLast()) || found.size() >= 2);
        return new Match(
                name.productId(),
                where,
                meant ? (double) found.size() / name.words().size() : 0);
    }

    private static Match inHan(Name name, String text) {
        var han = name.han();
        int best = 0;
        int at = -1;
        for (int start = 0; start < han.length() - 1; start++)
            for (int end = han.length(); end - start > best && end - start >= 2; end--) {
                int length = end - start;
                if (length < 3 && end < han.length()) continue;
                int found = text.indexOf(han.substring(start, end));
                if (found >= 0) {
                    best = length;
                    at = found;
                }
            }
        var where = new BitSet();
        if (best > 0) {
            where.set(at, at + best);
        } else if (name.noun().isPresent()) {
            name.noun().get().matcher(text).results().findFirst().ifPresent(r -> where.set(r.start(1), r.end(1)));
            best = where.isEmpty() ? 0 : 1;
        }
        return new Match(name.productId(), where, (double) best / han.length());
    }

    /** @return the words of letters that name something, in the singular */
    static List<Word> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace("'s", "  "))
                .results()
                .filter(r -> !EMPTY_WORDS.contains(r.group()))
                .map(r -> new Word(singular(r.group()), r.start(), r.end()))
                .toList();
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
