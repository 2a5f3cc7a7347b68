package kefu.routing.store;

import java.util.List;
import java.util.Optional;
import kefu.model.shop.LocalText;

/** What came of an operation. Lines and reasons are in every language of the pack. */
public sealed interface Outcome {
    /** @param lines all that would change, to be agreed to */
    record Previewed(List<LocalText> lines) implements Outcome {}

    /** @param lines all that changed */
    record Done(Receipt receipt, List<LocalText> lines) implements Outcome {}

    /** @param rule the rule's stable name, such as {@code cancelOrder.status} */
    record Refused(String rule, LocalText reason, Optional<String> argument) implements Outcome {}
}
