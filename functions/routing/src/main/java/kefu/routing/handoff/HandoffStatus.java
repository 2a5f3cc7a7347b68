package kefu.routing.handoff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a hand-off has come. Waiting and claimed ones are open; a conversation has at most one open. */
public enum HandoffStatus {
    WAITING,
    CLAIMED,
    RESOLVED,
    RETURNED;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static HandoffStatus of(String name) {
        return Arrays.stream(values())
                .filter(status -> status.json().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "status must be one of waiting, claimed, resolved, returned; is " + name));
    }

    public boolean isOpen() {
        return this == WAITING || this == CLAIMED;
    }
}
