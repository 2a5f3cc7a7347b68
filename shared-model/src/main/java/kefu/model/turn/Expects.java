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
    public Expects {
        Require.text(slot, "slot");
        options = Require.list(options);
    }

    /** @param value what {@code answer} sends back @param label what a button shows */
    public record Option(String value, String label) {}
}
