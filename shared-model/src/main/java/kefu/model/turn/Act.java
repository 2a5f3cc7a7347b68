package kefu.model.turn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a reply does: a dialogue act. A client can hold a whole conversation on acts and {@link Expects} alone. */
public enum Act {
    GREET,
    INFORM,
    REQUEST,
    CONFIRM,
    OFFER,
    NOTIFY_SUCCESS,
    NOTIFY_FAILURE,
    DENY,
    CLARIFY,
    HANDOFF,
    GOODBYE;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Act of(String name) {
        for (var act : values()) if (act.json().equals(name)) return act;
        throw new IllegalArgumentException("unknown act " + name);
    }
}
