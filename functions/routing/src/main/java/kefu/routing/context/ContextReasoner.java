package kefu.routing.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.model.profile.Profile;
import kefu.model.understanding.Entity;
import kefu.model.understanding.Understanding;

/**
 * Reasons what a turn is about: C = g(P, C_prev, A). What is said now goes before where the customer is in the
 * storefront, and that before what was said earlier.
 */
public final class ContextReasoner {
    private static final int REMEMBERED = 8;
    /** Half of a turn's frustration is forgotten by the next calm one. */
    private static final double DECAY = 0.5;

    private ContextReasoner() {}

    /**
     * @param profile who asks
     * @param before the context until now, where the customer is now
     * @param heard what was understood
     * @param wanted whether Kefu itself is to serve it: not a yes, a greeting, a wish for a person
     */
    public static Context next(Profile profile, Context before, Understanding heard, boolean wanted, Named named) {
        var now = about(before, heard, wanted, named);
        return feeling(profile, now, heard);
    }

    /** @return the context with the mood of what was heard, whatever that was about */
    public static Context feeling(Profile profile, Context before, Understanding heard) {
        return before.feeling(urgency(profile, before, heard), frustration(before, heard));
    }

    /** @return what it is about after something was heard, in the mood that is felt already */
    public static Context about(Context here, Understanding heard, boolean wanted, Named named) {
        var product = named.product(here.productId());
        var mentioned = remember(here.mentioned(), named.products().isEmpty() ? product : null);
        for (var other : named.products().reversed()) mentioned = remember(mentioned, other);
        return new Context(
                here.page(),
                wanted ? remember(here.intents(), heard.intent()) : here.intents(),
                product,
                order(heard).orElse(here.orderId()),
                mentioned,
                here.offered().containsAll(named.products()) ? here.offered() : List.of(),
                here.urgency(),
                here.frustration());
    }

    private static Optional<String> order(Understanding heard) {
        return heard.entities().stream()
                .filter(e -> e.type().equals("order_id"))
                .map(Entity::value)
                .findFirst();
    }

    /** Hurry is heard in the words, fades slowly, and weighs more for somebody who was let down before. */
    private static double urgency(Profile profile, Context before, Understanding heard) {
        double now = switch (heard.emotion().label()) {
            case "urgency" -> heard.emotion().intensity();
            case "anxiety", "anger" -> 0.6 * heard.emotion().intensity();
            default -> 0;
        };
        double patience = 0.5 + profile.satisfaction();
        return Math.clamp(Math.max(now / patience, before.urgency() * 0.7), 0, 1);
    }

    private static double frustration(Context before, Understanding heard) {
        double now = switch (heard.emotion().label()) {
            case "anger" -> heard.emotion().intensity();
            case "disappointment", "sadness" -> 0.5 * heard.emotion().intensity();
            default -> 0;
        };
        return Math.clamp(now + DECAY * before.frustration() * (1 - now), 0, 1);
    }

    private static List<String> remember(List<String> before, String now) {
        if (now == null) return before;
        var kept = new ArrayList<>(before);
        kept.remove(now);
        kept.add(now);
        return List.copyOf(kept.subList(Math.max(0, kept.size() - REMEMBERED), kept.size()));
    }
}
