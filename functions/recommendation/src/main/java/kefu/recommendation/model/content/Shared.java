package kefu.recommendation.model.content;

import kefu.model.shop.LocalText;

/** What two products have in common. */
public sealed interface Shared {
    /** The same fact. @param key such as {@code material} */
    record SameFact(String key, LocalText value) implements Shared {}

    record SameCategory(String category) implements Shared {}

    /** The same word in their texts. */
    record SameWord(String word) implements Shared {}
}
