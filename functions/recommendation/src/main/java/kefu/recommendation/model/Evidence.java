package kefu.recommendation.model;

import java.util.List;

/** One thing that speaks for a product. */
sealed interface Evidence {
    /** The same customers bought both. */
    record BoughtTogether(Seed with) implements Evidence {}

    /** Customers looked at both in one visit. */
    record ViewedTogether(Seed with) implements Evidence {}

    record AlikeTo(Seed seed) implements Evidence {}

    record InTaste(String category) implements Evidence {}

    record Popular() implements Evidence {}

    record Fresh() implements Evidence {}

    /** @param words of the query that the product's texts have */
    record Matches(List<String> words) implements Evidence {}

    /** @return which candidates this brings, as events name them */
    default String source() {
        return switch (this) {
            case BoughtTogether(var seed) -> source("together", seed);
            case ViewedTogether(var seed) -> source("together", seed);
            case AlikeTo(var seed) -> source("content", seed);
            case InTaste _ -> "history";
            case Popular _ -> "popular";
            case Fresh _ -> "fresh";
            case Matches _ -> "query";
        };
    }

    private static String source(String ofPage, Seed seed) {
        return switch (seed.origin()) {
            case PAGE, QUERY -> ofPage;
            case BOUGHT, CART, LIKED, VIEWED, PROFILE -> "history";
        };
    }
}
