package kefu.model.event;

import java.util.List;

/** Names of the Kafka topics; each has one writer. What cannot be processed goes to {@link DeadLetter#topic}. */
public final class Topics {
    /** Written by profiling, key customerId: what a customer did in the shop. */
    public static final String INTERACTIONS = "kefu.interactions";
    /** Written by recommendation, key productId, compacted: the catalogue. */
    public static final String PRODUCTS = "kefu.products";
    /** Written by routing, key orderId, compacted: an order's state. */
    public static final String ORDERS = "kefu.orders";
    /** Written by routing, key conversationId: turns with personal data masked. */
    public static final String TURNS = "kefu.turns";
    /** Written by routing, key conversationId: a person takes over. */
    public static final String HANDOFFS = "kefu.handoffs";
    /** Written by routing, key conversationId: a customer rates. */
    public static final String FEEDBACK = "kefu.feedback";
    /** Written by profiling, key customerId, compacted: the profile, as consented. */
    public static final String PROFILES = "kefu.profiles";
    /** Written by recommendation, key customerId: what was shown. */
    public static final String RECOMMENDATIONS = "kefu.recommendations";
    /** Written by profiling, key customerId: forget this customer; each function confirms there. */
    public static final String ERASURES = "kefu.erasures";
    /** Written by analytics, key metric: something needs attention. */
    public static final String ALERTS = "kefu.alerts";

    /** All of them, in the order of a turn. */
    public static final List<String> ALL = List.of(
            INTERACTIONS, PRODUCTS, ORDERS, TURNS, HANDOFFS, FEEDBACK, PROFILES, RECOMMENDATIONS, ERASURES, ALERTS);

    /** Those of which Kafka keeps the last event of each key for ever. */
    public static final List<String> COMPACTED = List.of(PRODUCTS, ORDERS, PROFILES);

    private Topics() {}
}
