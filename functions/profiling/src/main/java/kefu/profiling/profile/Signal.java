package kefu.profiling.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kefu.model.Require;

/** One thing that an event says about its customer. */
public sealed interface Signal {
    /** @return when the customer did it */
    Instant at();

    /** @return what it adds to the tallies */
    default List<Tally> tallies() {
        long day = LocalDate.ofInstant(at(), ZoneOffset.UTC).toEpochDay();
        return switch (this) {
            case Drawn s -> List.of(Tally.of(Dimension.INTEREST, s.productId(), day, s.points()));
            case Bought s -> List.of(Tally.of(Dimension.PURCHASE, s.productId(), day, 1));
            case Ordered _, Seen _ -> List.of();
            case Asked s -> List.of(Tally.of(Dimension.INTENT, s.intent(), day, 1));
            case CaredFor s -> List.of(Tally.of(Dimension.ASPECT, s.aspect(), day, 1));
            case Wrote s -> List.of(Tally.of(Dimension.LANGUAGE, s.language(), day, 1));
            case Felt s ->
                List.of(
                        Tally.of(Dimension.MOOD, "", day, s.score() * s.weight()),
                        Tally.of(Dimension.MOOD_WEIGHT, "", day, s.weight()));
            case Turned _ -> List.of(Tally.of(Dimension.TURN, "", day, 1));
        };
    }

    /** Looked at a product, put it in the cart, praised it; sent it back with negative points. */
    record Drawn(Instant at, String productId, double points) implements Signal {}

    /** A storefront says that a product was bought; its order may tell the same. */
    record Bought(Instant at, String productId) implements Signal {}

    /** An order, as it stands now. */
    record Ordered(Instant at, PlacedOrder order) implements Signal {}

    /** Wanted something of Kefu. */
    record Asked(Instant at, String intent) implements Signal {}

    /** Wrote about an aspect of products. */
    record CaredFor(Instant at, String aspect) implements Signal {}

    /** Used a language. @param language {@code zh} or {@code en} */
    record Wrote(Instant at, String language) implements Signal {}

    /** Was content or not. @param score in [0, 1], 1 for content @param weight how much it says */
    record Felt(Instant at, double score, double weight) implements Signal {
        public Felt {
            Require.within(score, 0, 1, "score");
            Require.within(weight, 0, 10, "weight");
        }
    }

    /** Spoke to Kefu. */
    record Turned(Instant at) implements Signal {}

    /** Was there. */
    record Seen(Instant at) implements Signal {}
}
