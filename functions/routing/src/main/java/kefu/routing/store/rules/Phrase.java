package kefu.routing.store.rules;

import java.util.List;
import java.util.Optional;

/** What the store can say. The texts are the pack's; here are their keys and what they are filled with, in order. */
public enum Phrase {
    CANCELLED("line.cancelled", "order", "items"),
    REASON("line.reason", "reason"),
    REFUND("line.refund", "amount", "method", "when"),
    CHARGE("line.charge", "amount", "method"),
    ORDER_ADDRESS("line.orderAddress", "order", "address", "before"),
    CUSTOMER_ADDRESS("line.customerAddress", "address", "before"),
    ITEM_CHANGED("line.itemChanged", "item", "price", "newItem", "newPrice"),
    NO_DIFFERENCE("line.noDifference"),
    ITEMS_ONCE("line.itemsOnce"),
    PAID_WITH("line.paidWith", "order", "amount", "method"),
    RETURNED("line.returned", "item", "price"),
    RETURN_REFUND("line.returnRefund", "amount", "method", "when"),
    SEND_BACK("line.sendBack", "order"),
    EXCHANGED("line.exchanged", "item", "price", "newItem", "newPrice"),
    EXCHANGE_CHARGE("line.exchangeCharge", "amount", "method"),
    EXCHANGE_REFUND("line.exchangeRefund", "amount", "method", "when"),
    EXCHANGE_ONCE("line.exchangeOnce"),
    URGED("line.urged", "order"),
    INVOICE("line.invoice", "order", "amount", "kind", "title"),
    TAX_NUMBER("line.taxNumber", "taxNumber"),
    BOOKED("line.booked", "service", "item", "day"),
    PRICE_FALLEN("line.priceFallen", "item", "before", "now"),

    GIFT_CARD("method.giftCard"),
    PAYPAL("method.paypal"),
    CREDIT_CARD("method.creditCard", "brand", "lastFour"),
    ORIGINAL_METHOD("method.original"),
    AT_ONCE("when.giftCard"),
    LATER("when.other"),

    ORDER_UNKNOWN("order.unknown", "order"),
    CUSTOMER_UNKNOWN("customer.unknown"),
    REASON_NEEDED("cancel.reason", "reasons"),
    ADDRESS_INCOMPLETE("address.incomplete"),
    ADDRESS_COUNTRY("address.country", "country"),
    ADDRESS_SAME("address.same"),
    ITEMS_NONE("items.none"),
    ITEM_NOT_IN_ORDER("item.notInOrder", "item", "order"),
    VARIANT_UNKNOWN("variant.unknown", "item"),
    VARIANT_UNAVAILABLE("variant.unavailable", "item"),
    METHOD_UNKNOWN("method.unknown"),
    METHOD_SAME("method.same", "method"),
    METHOD_NOT_ALLOWED("method.notAllowed"),
    GIFT_CARD_BALANCE("giftCard.balance", "balance", "amount"),
    NOTHING_PAID("payment.none", "order"),
    RETURN_LATE("return.late", "days"),
    URGED_TODAY("urge.today", "order"),
    INVOICE_KIND("invoice.kind", "kinds"),
    INVOICE_TAX_NUMBER("invoice.taxNumber"),
    INVOICE_OFTEN("invoice.often", "times"),
    SERVICE_KIND("service.kind", "kinds"),
    SERVICE_ITEM("service.item"),
    SERVICE_STATUS("service.status", "service", "status"),
    SERVICE_DAY("service.day", "first", "last"),
    SERVICE_BOOKED("service.booked", "day"),
    PRICE_LATE("price.late", "days"),
    PRICE_NOT_FALLEN("price.notFallen"),
    PREVIEW_CHANGED("preview.changed");

    private final String key;
    private final List<String> placeholders;

    Phrase(String key, String... placeholders) {
        this.key = key;
        this.placeholders = List.of(placeholders);
    }

    /** @return its name in {@code policy.yml} and, for a refusal, the name of the rule */
    public String key() {
        return key;
    }

    /** @return for a refusal, the argument of which another value may be allowed; empty where none would be */
    Optional<String> argument() {
        return switch (this) {
            case ADDRESS_INCOMPLETE, ADDRESS_COUNTRY, ADDRESS_SAME -> Optional.of("address");
            case METHOD_UNKNOWN, METHOD_SAME, METHOD_NOT_ALLOWED, GIFT_CARD_BALANCE -> Optional.of("paymentMethodId");
            case VARIANT_UNKNOWN, VARIANT_UNAVAILABLE -> Optional.of("changes");
            case INVOICE_TAX_NUMBER -> Optional.of("taxNumber");
            case SERVICE_DAY -> Optional.of("day");
            default -> Optional.empty();
        };
    }

    /** @return what its text may hold in braces */
    public List<String> placeholders() {
        return placeholders;
    }
}
