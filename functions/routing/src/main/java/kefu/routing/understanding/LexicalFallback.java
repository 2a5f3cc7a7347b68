package kefu.routing.understanding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Entity;
import kefu.model.understanding.Intent;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.Understanding;
import kefu.routing.pack.Pack;

/**
 * Understands by the words of a pack's examples alone: TF-IDF over words and character pairs, the nearest example wins
 * (cosine). Far from inference's accuracy, but always there. Immutable, thread-safe.
 */
final class LexicalFallback {
    private static final ServedBy LEXICAL = new ServedBy("pack-examples", "1", "lexical");
    private static final double UNLIKE = 0.25;

    private static final Map<String, Pattern> SHAPES = Map.of(
            "order_id", Pattern.compile("#[A-Za-z]{0,3}\\d{4,}|(?<![\\w@.])[A-Z]{1,3}\\d{6,}(?!\\w)"),
            "email", Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"));

    private record Example(String intent, Map<String, Double> vector) {}

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Double> rarity = new HashMap<>();

    LexicalFallback(Pack pack) {
        record Raw(String intent, Set<String> features) {}
        var raw = new ArrayList<Raw>();
        pack.intents()
                .values()
                .forEach(intent -> intent.examples()
                        .values()
                        .forEach(texts -> texts.forEach(text -> {
                            raw.add(new Raw(intent.name(), features(text)));
                        })));
        raw.forEach(example -> example.features().forEach(f -> rarity.merge(f, 1.0, Double::sum)));
        rarity.replaceAll((_, count) -> Math.log((raw.size() + 1) / count));
        raw.forEach(example -> examples.add(new Example(example.intent(), vector(example.features()))));
    }

    Understanding understand(String text) {
        var vector = vector(features(text));
        var best = new HashMap<String, Double>();
        for (var example : examples) best.merge(example.intent(), cosine(vector, example.vector()), Math::max);
        var ranked = best.entrySet().stream()
                .map(e -> new Intent(e.getKey(), Math.min(1, e.getValue())))
                .sorted(Comparator.comparingDouble(Intent::confidence).reversed())
                .limit(4)
                .toList();
        boolean known = !ranked.isEmpty() && ranked.getFirst().confidence() >= UNLIKE;
        return new Understanding(
                language(text),
                known ? ranked.getFirst().intent() : Intent.OUT_OF_SCOPE,
                known ? ranked.getFirst().confidence() : 1 - UNLIKE,
                ranked.subList(known ? 1 : 0, ranked.size()),
                Emotion.NEUTRAL,
                entities(text),
                null,
                LEXICAL,
                0);
    }

    /** Those of unmistakable shape alone: order numbers and e-mails. */
    private static List<Entity> entities(String text) {
        var entities = new ArrayList<Entity>();
        SHAPES.forEach((type, shape) -> shape.matcher(text)
                .results()
                .forEach(found -> entities.add(new Entity(
                        type,
                        found.group(),
                        text.codePointCount(0, found.start()),
                        text.codePointCount(0, found.end())))));
        return entities;
    }

    private Map<String, Double> vector(Set<String> features) {
        var vector = new HashMap<String, Double>();
        double length = 0;
        for (var feature : features) {
            double weight = rarity.getOrDefault(feature, 0.0);
            if (weight == 0) continue;
            vector.put(feature, weight);
            length += weight * weight;
        }
        double norm = Math.sqrt(length);
        vector.replaceAll((_, weight) -> weight / norm);
        return vector;
    }

    private static double cosine(Map<String, Double> a, Map<String, Double> b) {
        double sum = 0;
        for (var e : a.entrySet()) sum += e.getValue() * b.getOrDefault(e.getKey(), 0.0);
        return sum;
    }

    private static Set<String> features(String text) {
        var features = new TreeSet<String>();
        var clean = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (var word : clean.split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) continue;
            if (word.codePoints().anyMatch(LexicalFallback::isHan)) {
                var points = word.codePoints().toArray();
                for (int i = 0; i < points.length; i++) {
                    features.add(new String(points, i, 1));
                    if (i + 1 < points.length) features.add(new String(points, i, 2));
                }
            } else {
                features.add(word);
                if (word.length() > 4) features.add(word.substring(0, 4) + "*");
            }
        }
        return features;
    }

    private static String language(String text) {
        if (text.codePoints().anyMatch(LexicalFallback::isHan)) return "zh-Hans";
        // An e-mail address says nothing of the language of whoever has it.
        var words = Arrays.stream(text.split("\\s+")).filter(word -> !word.contains("@"));
        return words.anyMatch(word -> word.codePoints().anyMatch(Character::isLetter)) ? "en" : "other";
    }

    private static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}
