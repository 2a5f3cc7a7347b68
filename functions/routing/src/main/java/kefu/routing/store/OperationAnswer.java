package kefu.routing.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kefu.model.shop.LocalText;

/**
 * What an operation did, or would do.
 *
 * @param status {@code previewed} or {@code done}
 * @param lines in every language of the pack
 * @param receipt of a done operation; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationAnswer(String status, List<LocalText> lines, Receipt receipt) {}
