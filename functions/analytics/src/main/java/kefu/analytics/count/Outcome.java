package kefu.analytics.count;

import java.util.Set;
import kefu.model.event.TurnAnswered;

/** How a conversation stands. */
public enum Outcome {
    OPEN(0.5),
    DONE(1),
    FAILED(0),
    WITH_A_PERSON(0.25);

    private static final Set<String> CONTENT = Set.of("thanks", "praise", "goodbye");

    private final double worth;

    Outcome(double worth) {
        this.worth = worth;
    }

    /** @return its part of the satisfaction, in [0, 1] */
    double worth() {
        return worth;
    }

    /** @return how the conversation stands after the turn */
    static Outcome after(TurnAnswered turn, String intent) {
        if (turn.act() == null) return WITH_A_PERSON;
        return switch (turn.act()) {
            case NOTIFY_SUCCESS, GOODBYE -> DONE;
            case NOTIFY_FAILURE, DENY, CLARIFY -> FAILED;
            case HANDOFF -> WITH_A_PERSON;
            default -> CONTENT.contains(intent) ? DONE : OPEN;
        };
    }
}
