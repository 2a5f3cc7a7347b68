package kefu.recommendation.model;

import java.util.LinkedHashMap;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.recommendation.model.content.Shared;

/** Says why, in Chinese and English, by the piece of evidence that adds most to a product's score. */
final class Reasons {
    /** "Popular in" is said of the first so many of a category. */
    private static final int TOP = 3;

    private final Snapshot snapshot;
    private final CategoryNames names;

    Reasons(Snapshot snapshot, CategoryNames names) {
        this.snapshot = snapshot;
        this.names = names;
    }

    LocalText of(Candidate candidate) {
        return candidate
                .reason()
                .map(evidence -> of(candidate, evidence))
                .orElseGet(() -> category("Another idea: %s", "换个思路：%s", candidate));
    }

    private LocalText of(Candidate candidate, Evidence evidence) {
        return switch (evidence) {
            case Evidence.BoughtTogether(var seed) -> boughtTogether(seed);
            case Evidence.ViewedTogether(var seed) -> viewedTogether(seed);
            case Evidence.AlikeTo(var seed) -> alike(seed, candidate);
            case Evidence.InTaste _ -> category("Because you are drawn to %s", "因为您常关注%s", candidate);
            case Evidence.Popular _ -> popular(candidate);
            case Evidence.Fresh _ -> category("New in %s", "%s新品", candidate);
            case Evidence.Matches(var words) -> matches(words);
        };
    }

    private LocalText boughtTogether(Seed seed) {
        return isThePast(seed)
                ? text(because(seed, "en") + ": often bought together", because(seed, "zh") + "：常一起购买")
                : text("Often bought together with " + name(seed, "en"), "常与“" + name(seed, "zh") + "”一起购买");
    }

    private LocalText viewedTogether(Seed seed) {
        return isThePast(seed)
                ? text(because(seed, "en") + ": others look at both", because(seed, "zh") + "：其他顾客常一起浏览")
                : text("Often looked at with " + name(seed, "en"), "看“" + name(seed, "zh") + "”的人也常看这件");
    }

    private LocalText alike(Seed seed, Candidate candidate) {
        var shared = snapshot.catalogue().shared(seed.productId(), candidate.id());
        var en = isThePast(seed) ? because(seed, "en") : "Like " + name(seed, "en");
        var zh = isThePast(seed) ? because(seed, "zh") : "与“" + name(seed, "zh") + "”相似";
        return switch (shared) {
            case Shared.SameFact fact ->
                text(
                        en + ": also " + fact.value().in("en"),
                        zh + "：同样是" + fact.value().in("zh"));
            case Shared.SameCategory(var category) ->
                text(en + ": also in " + names.in("en", category), zh + "：同属" + names.in("zh", category));
            case Shared.SameWord(var word) -> text(en + ": both speak of “" + word + "”", zh + "：都提到“" + word + "”");
        };
    }

    private LocalText popular(Candidate candidate) {
        return placeInCategory(candidate) < TOP
                ? category("Popular in %s right now", "%s热门", candidate)
                : category("Other customers chose this in %s lately", "近期有其他顾客在%s中选择了它", candidate);
    }

    private static LocalText matches(List<String> words) {
        return text("Matches “" + String.join(" ", words) + "”", "符合“" + String.join("、", words) + "”");
    }

    private long placeInCategory(Candidate candidate) {
        return snapshot.behaviour().popularity().ranked().stream()
                .takeWhile(id -> !id.equals(candidate.id()))
                .flatMap(id -> snapshot.catalogue().product(id).stream())
                .filter(product -> product.available() && product.category().equals(category(candidate)))
                .limit(TOP)
                .count();
    }

    private static boolean isThePast(Seed seed) {
        return seed.origin() != Seed.Origin.PAGE && seed.origin() != Seed.Origin.QUERY;
    }

    private String because(Seed seed, String language) {
        var form = "zh".equals(language)
                ? switch (seed.origin()) {
                    case BOUGHT -> "因为您买过“%s”";
                    case LIKED -> "因为您喜欢“%s”";
                    case CART -> "因为您加购过“%s”";
                    case VIEWED -> "因为您看过“%s”";
                    case PROFILE, PAGE, QUERY -> "因为您关注“%s”";
                }
                : switch (seed.origin()) {
                    case BOUGHT -> "Because you bought %s";
                    case LIKED -> "Because you liked %s";
                    case CART -> "Because you put %s in your cart";
                    case VIEWED -> "Because you looked at %s";
                    case PROFILE, PAGE, QUERY -> "Because of your interest in %s";
                };
        return form.formatted(name(seed, language));
    }

    private String name(Seed seed, String language) {
        return snapshot.catalogue()
                .product(seed.productId())
                .map(product -> product.name().in(language))
                .orElse(seed.productId());
    }

    private LocalText category(String en, String zh, Candidate candidate) {
        var category = category(candidate);
        return category.isBlank()
                ? text(en.formatted("the shop"), zh.formatted("本店"))
                : text(en.formatted(names.in("en", category)), zh.formatted(names.in("zh", category)));
    }

    private static String category(Candidate candidate) {
        return candidate.listed().product().category();
    }

    private static LocalText text(String en, String zh) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("en", en);
        texts.put("zh", zh);
        return new LocalText(texts);
    }
}
