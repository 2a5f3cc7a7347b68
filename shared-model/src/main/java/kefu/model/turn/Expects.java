package kefu.model.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kefu.model.Require;

/**
 * What the next turn should answer.
 *
 * @param slot the slot that is asked for
 * @param many whether several options may be chosen
 * @param options what can be chosen; empty for free text
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Expects(String slot, boolean many, List<Option> options) {
    /** The slot by which every pack asks who somebody is. */
    public static final String IDENTITY = "identity";

    public Expects {
        Require.text(slot, "slot");
        options = Require.list(options);
    }

    /** @param value what {@code answer} sends back @param label what a button shows */
    public record Option(String value, String label) {}

    /**
     * A name has no shape of its own: where somebody was asked who they are and answers with a number, all of it may be
     * personal.
     *
     * @param slot that had been asked for; null for none
     */
    public static boolean saysWho(String slot, String text) {
        return IDENTITY.equals(slot) && text.chars().anyMatch(Character::isDigit);
    }
}
