package kefu.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kefu.model.Ids;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.HandoffChanged;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProductsRecommended;
import kefu.model.event.TurnAnswered;
import kefu.model.shop.Interaction;
import kefu.model.shop.OrderStatus;
import kefu.model.turn.Act;
import kefu.model.turn.Action;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnContext;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Intent;
import kefu.model.understanding.ServedBy;

/** Events as the other functions publish them. */
public final class Given {
    private Given() {}

    public static TurnBuilder turn(String conversation, Instant at) {
        return new TurnBuilder(conversation, at);
    }

    public static HandoffChanged handoff(String conversation, String status, Instant at) {
        return new HandoffChanged(
                Ids.next(), at, at, conversation, "h-" + conversation, null, status, "asked for", null, "en", null);
    }

    public static FeedbackGiven feedback(String conversation, int rating, String comment, Instant at) {
        return new FeedbackGiven(Ids.next(), at, at, conversation, null, rating, comment, null);
    }

    public static OrderChanged order(String id, OrderStatus status, Instant at) {
        return new OrderChanged(
                Ids.next(), at, at, id, "c-1", status, at, BigDecimal.TEN, "USD", List.of(), "cancelOrder");
    }

    public static ProductsRecommended shown(String customer, Instant at, String... products) {
        var items = Arrays.stream(products)
                .map(product -> new ProductsRecommended.Shown(product, 1, 0.5, "history", 1))
                .toList();
        return new ProductsRecommended(Ids.next(), at, at, Ids.next(), customer, null, items);
    }

    public static InteractionRecorded did(String customer, Interaction.Kind kind, String product, Instant at) {
        return new InteractionRecorded(
                Ids.next(), at, at, new Interaction(customer, kind, product, null, null, null, at));
    }

    /** A turn, by default one about an order's status that went well. */
    public static final class TurnBuilder {
        private final String conversation;
        private final Instant at;
        private String id = Ids.next();
        private String intent = "order.status";
        private String nearest = "order.urge";
        private String utterance = "where is my order";
        private Emotion emotion = Emotion.NEUTRAL;
        private Act act = Act.INFORM;
        private double millis = 120;
        private List<String> degraded = List.of();
        private List<Action> actions = List.of();

        private TurnBuilder(String conversation, Instant at) {
            this.conversation = conversation;
            this.at = at;
        }

        public TurnBuilder id(String value) {
            id = value;
            return this;
        }

        public TurnBuilder intent(String value) {
            intent = value;
            return this;
        }

        public TurnBuilder nearest(String value) {
            nearest = value;
            return this;
        }

        public TurnBuilder says(String value) {
            utterance = value;
            return this;
        }

        public TurnBuilder feels(String label, double intensity) {
            emotion = new Emotion(label, intensity);
            return this;
        }

        public TurnBuilder act(Act value) {
            act = value;
            return this;
        }

        public TurnBuilder millis(double value) {
            millis = value;
            return this;
        }

        public TurnBuilder without(String... functions) {
            degraded = List.of(functions);
            return this;
        }

        public TurnBuilder does(String operation, String status) {
            actions = List.of(new Action(operation, Map.of(), status, null));
            return this;
        }

        public TurnAnswered answered() {
            return new TurnAnswered(
                    id,
                    at,
                    at,
                    conversation,
                    1,
                    "c-secret",
                    "web",
                    "ecommerce",
                    utterance,
                    new TurnAnswer.Understood("en", intent, 0.9, List.of(new Intent(nearest, 0.1)), emotion, List.of()),
                    new TurnContext(intent, null, null, null, 0),
                    act,
                    "here it is",
                    actions,
                    List.of(),
                    List.of(),
                    Owner.BOT,
                    degraded,
                    millis,
                    new ServedBy("m", "1", "cpu"));
        }
    }
}
