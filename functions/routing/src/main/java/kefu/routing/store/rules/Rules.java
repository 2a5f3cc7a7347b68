package kefu.routing.store.rules;

import java.util.Optional;
import kefu.model.shop.Customer;
import kefu.routing.store.rules.StoreOperation.BookService;
import kefu.routing.store.rules.StoreOperation.CancelOrder;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderItems;
import kefu.routing.store.rules.StoreOperation.ChangeOrderPayment;
import kefu.routing.store.rules.StoreOperation.ExchangeItems;
import kefu.routing.store.rules.StoreOperation.OnOrder;
import kefu.routing.store.rules.StoreOperation.RefundPriceDifference;
import kefu.routing.store.rules.StoreOperation.RequestInvoice;
import kefu.routing.store.rules.StoreOperation.ReturnItems;
import kefu.routing.store.rules.StoreOperation.UrgeOrder;

/** Judges operations: the same facts give the same verdict, whoever asks. */
public final class Rules {
    private Rules() {}

    /** @return whether this may be done to the order, and what it would change */
    public static Verdict judge(OnOrder operation, Facts facts) {
        try {
            facts.checkStatus(operation.name());
            return switch (operation) {
                case CancelOrder cancel -> Cancelling.judge(cancel, facts);
                case ChangeOrderAddress change -> AddressChanging.judge(change, facts);
                case ChangeOrderItems change -> ItemChanging.judge(change, facts);
                case ChangeOrderPayment change -> PaymentChanging.judge(change, facts);
                case ReturnItems returning -> Returning.judge(returning, facts);
                case ExchangeItems exchange -> Exchanging.judge(exchange, facts);
                case UrgeOrder urge -> Urging.judge(urge, facts);
                case RequestInvoice request -> Invoicing.judge(request, facts);
                case BookService booking -> Booking.judge(booking, facts);
                case RefundPriceDifference refund -> PriceProtection.judge(refund, facts);
            };
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    /** @return why an operation can in no way be done to the order, before it is known how it would be; empty where it may be */
    public static Optional<Verdict.Refused> impossible(String operation, Facts facts) {
        try {
            facts.checkStatus(operation);
            switch (operation) {
                case "returnItems", "exchangeItems" -> Returning.checkInTime(facts);
                case "requestInvoice" -> Invoicing.checkTimes(facts);
                default -> {}
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.verdict());
        }
    }

    /** @return whether this may be done to the customer */
    public static Verdict judge(ChangeCustomerAddress change, Customer customer, ShopPolicy policy) {
        try {
            return AddressChanging.judge(change, customer, policy);
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    /** @return the refusal of an order or a customer that the asker does not have */
    public static Verdict.Refused unknown(StoreOperation operation, ShopPolicy policy) {
        return switch (operation) {
            case OnOrder onOrder -> refused(policy, Phrase.ORDER_UNKNOWN, onOrder.orderId());
            case ChangeCustomerAddress _ -> refused(policy, Phrase.CUSTOMER_UNKNOWN);
        };
    }

    /** @return the refusal of a yes that was given to other lines than those that hold now */
    public static Verdict.Refused changedSincePreview(ShopPolicy policy) {
        return refused(policy, Phrase.PREVIEW_CHANGED);
    }

    private static Verdict.Refused refused(ShopPolicy policy, Phrase rule, Object... values) {
        return new Refusal(policy, rule, values).verdict();
    }
}
