package kefu.routing.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kefu.model.Require;
import kefu.model.shop.Address;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;

/**
 * The proof of an operation.
 *
 * @param agreed the preview's lines
 * @param signature HMAC-SHA256 over all the rest, base64; source: RFC 2104
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String id,
        Instant at,
        String operation,
        Map<String, Object> arguments,
        Asker asker,
        List<LocalText> agreed,
        State before,
        State after,
        String signature) {
    public Receipt {
        Require.text(id, "id");
        Require.present(at, "at");
        Require.text(operation, "operation");
        arguments = Require.map(arguments);
        agreed = Require.list(agreed);
    }

    /**
     * What an operation can change.
     *
     * @param order null where the operation is on a customer alone
     * @param address the customer's; null where the operation is on an order
     * @param giftCards the customer's, with their balances
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(Order order, Address address, List<PaymentMethod> giftCards) {
        public State {
            giftCards = Require.list(giftCards);
        }
    }

    Receipt signed(String by) {
        return new Receipt(id, at, operation, arguments, asker, agreed, before, after, by);
    }

    /** @return without what says who the customer is: addresses, gift cards, arguments and the agreed lines */
    Receipt anonymised() {
        var anonymous = new Asker(
                asker.kind(),
                asker.customerId() == null ? asker.id() : Erased.ID,
                asker.customerId() == null ? null : Erased.ID);
        return new Receipt(
                id, at, operation, Map.of(), anonymous, List.of(), Erased.state(before), Erased.state(after), null);
    }
}
