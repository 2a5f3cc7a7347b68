package kefu.routing.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * Asks for an operation.
 *
 * @param arguments without the id that the address names
 * @param dryRun true to learn what would change, with nothing changed
 * @param agreed the lines of a dry run that were agreed to; if given, nothing else than they say is done
 */
public record OperationRequest(
        String name, Map<String, Object> arguments, boolean dryRun, Optional<List<LocalText>> agreed) {
    public OperationRequest {
        Require.text(name, "name");
        arguments = arguments == null ? Map.of() : arguments;
        agreed = agreed == null ? Optional.empty() : agreed;
    }
}
