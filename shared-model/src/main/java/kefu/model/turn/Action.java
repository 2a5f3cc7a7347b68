package kefu.model.turn;

import java.util.Map;
import kefu.model.Require;

/**
 * An operation that a turn previewed, carried out or refused.
 *
 * @param status {@code previewed, done, refused} or {@code failed}
 * @param receiptId the receipt of a done operation; null otherwise
 */
public record Action(String name, Map<String, Object> arguments, String status, String receiptId) {
    public Action {
        Require.text(name, "name");
        arguments = Require.map(arguments);
        Require.text(status, "status");
    }
}
