package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kefu.model.shop.LocalText;

/**
 * Something a flow needs to know.
 *
 * @param kind how it is read and what is offered: {@code identity, order, product, items, item, variant, paymentMethod, address,
 *     choice, text, date}
 * @param prompt name of the reply that asks for it
 * @param choices for {@code choice}
 * @param pattern what a {@code text} must look like, its first group the value where it has one; null for anything
 * @param said how a {@code text} stands in a sentence that was not asked for it, its first group the value; null for never
 * @param readAhead whether the words that begin a flow may give it before it is asked for, whoever says them
 */
public record SlotRule(
        String name,
        String kind,
        String prompt,
        List<Choice> choices,
        Pattern pattern,
        Pattern said,
        boolean readAhead) {
    public static final List<String> KINDS = List.of(
            "identity",
            "order",
            "product",
            "items",
            "item",
            "variant",
            "paymentMethod",
            "address",
            "choice",
            "text",
            "date");

    /** @param words what a customer may say for it, by language */
    public record Choice(String value, LocalText label, Map<String, List<String>> words) {}
}
