package kefu.recommendation.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProfileChanged;
import kefu.model.shop.Interaction;
import kefu.model.shop.OrderStatus;
import kefu.recommendation.Changes;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.Action.Kind;
import kefu.recommendation.model.behaviour.Taste;

/** Remembers what events tell of customers, within the transaction that runs. */
@ApplicationScoped
class Remember {
    private static final int LIKED = 4;
    private static final int DISLIKED = 2;

    private final Customers customers;
    private final Actions actions;
    private final Changes changes;

    Remember(Customers customers, Actions actions, Changes changes) {
        this.customers = customers;
        this.actions = actions;
        this.changes = changes;
    }

    /** What was searched for, said and shown is not kept: it may hold anything. */
    void interaction(InteractionRecorded event) {
        var interaction = event.interaction();
        action(interaction, event.occurredAt())
                .ifPresent(action -> openAllowed(interaction.customerId(), action.at())
                        .ifPresent(row -> actions.add("interaction:" + event.id(), row.id, action)));
    }

    /** An order as it is now takes the place of what it was: cancelled, it was never a purchase. */
    void order(OrderChanged event) {
        if (event.customerId() == null) return;
        var at = event.placedAt() == null ? event.occurredAt() : event.placedAt();
        openAllowed(event.customerId(), at).ifPresent(row -> {
            var source = "order:" + event.orderId() + ":";
            actions.takeBack(row.id, source);
            if (event.status() == OrderStatus.CANCELLED) return;
            event.items().stream()
                    .map(item -> item.productId())
                    .distinct()
                    .forEach(id -> actions.add(source + id, row.id, new Action(id, Kind.PURCHASE, at)));
        });
    }

    /** Whoever withdraws consent is remembered no longer, but for having done so. */
    void profile(ProfileChanged event) {
        var profile = event.profile();
        var taste = Taste.of(profile);
        customers.open(profile.customerId(), event.occurredAt()).ifPresent(row -> {
            if (!taste.personalised()) actions.forgetOf(row.id);
            customers.taste(row, taste);
            changes.afterCommit();
        });
    }

    private Optional<CustomerRow> openAllowed(String customerId, Instant at) {
        var row = customers.open(customerId, at).filter(r -> customers.taste(r).personalised());
        row.ifPresent(_ -> changes.afterCommit());
        return row;
    }

    private static Optional<Action> action(Interaction interaction, Instant occurredAt) {
        var at = interaction.at() == null ? occurredAt : interaction.at();
        return switch (interaction.kind()) {
            case VIEW -> Optional.of(new Action(interaction.productId(), Kind.VIEW, at));
            case CART -> Optional.of(new Action(interaction.productId(), Kind.CART, at));
            case PURCHASE -> Optional.of(new Action(interaction.productId(), Kind.PURCHASE, at));
            case RETURN -> Optional.of(new Action(interaction.productId(), Kind.RETURN, at));
            case REVIEW -> {
                var review = interaction.review();
                yield review.rating() >= LIKED
                        ? Optional.of(new Action(review.productId(), Kind.LIKE, at))
                        : review.rating() <= DISLIKED
                                ? Optional.of(new Action(review.productId(), Kind.DISLIKE, at))
                                : Optional.empty();
            }
            case SEARCH, MEDIA -> Optional.empty();
        };
    }
}
