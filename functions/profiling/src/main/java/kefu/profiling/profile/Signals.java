package kefu.profiling.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.model.event.Event;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.TurnAnswered;
import kefu.model.shop.Interaction;
import kefu.model.shop.Order;

/** Reads an event as signals about one customer. @param signals at least one */
public record Signals(String customerId, List<Signal> signals) {
    private static final double VIEW = 1;
    private static final double CART = 3;
    private static final double MEDIA = 1;
    private static final double RETURN = -4;
    private static final double POINTS_PER_STAR = 1;
    private static final int MIDDLE_STAR = 3;
    private static final double WEIGHT_OF_RATING = 2;

    /** @return the signals; empty for an event that says nothing about a known customer */
    public static Optional<Signals> of(Event event) {
        return switch (event) {
            case InteractionRecorded e ->
                Optional.of(new Signals(e.interaction().customerId(), ofInteraction(e.interaction(), e.occurredAt())));
            case OrderChanged e -> known(e.customerId(), () -> ofOrder(e));
            case TurnAnswered e -> known(e.customerId(), () -> ofTurn(e));
            case FeedbackGiven e -> known(e.customerId(), () -> ofFeedback(e));
            default -> Optional.empty();
        };
    }

    private static Optional<Signals> known(String customerId, Supplier<List<Signal>> signals) {
        return customerId == null ? Optional.empty() : Optional.of(new Signals(customerId, signals.get()));
    }

    private static List<Signal> ofInteraction(Interaction interaction, Instant at) {
        var signals = new ArrayList<Signal>();
        signals.add(new Signal.Seen(at));
        var product = interaction.productId();
        switch (interaction.kind()) {
            case VIEW -> signals.add(new Signal.Drawn(at, product, VIEW));
            case CART -> signals.add(new Signal.Drawn(at, product, CART));
            case PURCHASE -> signals.add(new Signal.Bought(at, product));
            case RETURN -> signals.add(new Signal.Drawn(at, product, RETURN));
            case SEARCH -> words(interaction.query(), at, signals);
            case MEDIA -> {
                if (product != null) signals.add(new Signal.Drawn(at, product, MEDIA));
                words(interaction.media().text(), at, signals);
            }
            case REVIEW -> {
                var review = interaction.review();
                signals.add(
                        new Signal.Drawn(at, review.productId(), (review.rating() - MIDDLE_STAR) * POINTS_PER_STAR));
                signals.add(new Signal.Felt(at, score(review.rating()), 1));
                words(review.text(), at, signals);
            }
        }
        return signals;
    }

    private static List<Signal> ofOrder(OrderChanged e) {
        var placedAt = e.placedAt() == null ? e.occurredAt() : e.placedAt();
        // An order that was shipped was not the customer's doing; an operation on it was.
        var seen = e.operation() == null ? placedAt : e.occurredAt();
        var products = e.items().stream().map(Order.Item::productId).toList();
        return List.of(new Signal.Ordered(
                seen,
                new PlacedOrder(
                        e.orderId(), e.status(), placedAt, e.total(), e.currency(), products, e.occurredAt(), e.id())));
    }

    private static List<Signal> ofTurn(TurnAnswered e) {
        var at = e.occurredAt();
        var signals = new ArrayList<Signal>();
        signals.add(new Signal.Turned(at));
        var understood = e.understanding();
        if (understood != null) {
            if (understood.intent() != null) signals.add(new Signal.Asked(at, understood.intent()));
            Language.ofCode(understood.language()).ifPresent(l -> signals.add(new Signal.Wrote(at, l)));
            Mood.of(understood.emotion(), at).ifPresent(signals::add);
        }
        Aspects.in(e.utterance()).forEach(aspect -> signals.add(new Signal.CaredFor(at, aspect)));
        return signals;
    }

    private static List<Signal> ofFeedback(FeedbackGiven e) {
        var at = e.occurredAt();
        return List.of(new Signal.Seen(at), new Signal.Felt(at, score(e.rating()), WEIGHT_OF_RATING));
    }

    private static void words(String text, Instant at, List<Signal> signals) {
        Language.ofText(text).ifPresent(language -> signals.add(new Signal.Wrote(at, language)));
        Aspects.in(text).forEach(aspect -> signals.add(new Signal.CaredFor(at, aspect)));
    }

    private static double score(int stars) {
        return (stars - 1) / 4.0;
    }
}
