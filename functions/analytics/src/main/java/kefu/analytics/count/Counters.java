package kefu.analytics.count;

import kefu.analytics.tally.Tally;

/** The names under which things are counted. Names that end in a colon are groups. */
public final class Counters {
    public static final String EVENTS = "events";
    public static final String DUPLICATES = "duplicates";
    public static final String LATE = "late";
    public static final String UNREADABLE = "unreadable";

    public static final String TURNS = "turns";
    public static final String OUT_OF_SCOPE = "out-of-scope";
    public static final String DEGRADED = "degraded";
    public static final String INTENT = "intent" + Tally.OF;
    public static final String LANGUAGE = "language" + Tally.OF;
    public static final String EMOTION = "emotion" + Tally.OF;
    public static final String CHANNEL = "channel" + Tally.OF;
    public static final String WITHOUT = "without" + Tally.OF;
    /** Milliseconds from the request to the reply. */
    public static final String LATENCY = "latency";
    /** Group of {@code name:status}. */
    public static final String OPERATION = "operation" + Tally.OF;

    public static final String REFUSED = "refused";
    public static final String OPERATIONS = "operations";

    /** Conversations, each in the bucket of its last activity. */
    public static final String CONVERSATIONS = "conversations";

    public static final String HANDED_OFF = "handed-off";
    public static final String WAITING = "waiting";
    public static final String SATISFACTION = "satisfaction";

    public static final String HANDOFF = "handoff" + Tally.OF;
    /** Milliseconds from waiting to claimed. */
    public static final String CLAIM = "claim";

    public static final String RATINGS = "ratings";
    public static final String RATING = "rating" + Tally.OF;

    public static final String ORDER = "order" + Tally.OF;
    public static final String INTERACTION = "interaction" + Tally.OF;
    public static final String SHOWN = "shown";
    /** Group of what followed from showing a product: {@code view, cart, purchase}. */
    public static final String FOLLOWED = "followed" + Tally.OF;

    private Counters() {}
}
