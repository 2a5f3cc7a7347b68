package kefu.model.understanding;

import java.util.Set;
import kefu.model.Require;

/**
 * A thing named in an utterance.
 *
 * @param type {@code order_id, email, phone, postcode, person, money, quantity, date, option, address, payment_method,
 *     reason, product, ordinal}
 * @param value normalised: {@code #W2378156}, {@code 39.90 CNY}, {@code 2026-11-24}
 * @param start first code point of the span in the text as sent; where a button says what words meant, in those words
 * @param end code point after the span
 */
public record Entity(String type, String value, int start, int end) {
    private static final Set<String> PERSONAL = Set.of("email", "phone", "postcode", "person", "address");

    public Entity {
        Require.text(type, "type");
        Require.text(value, "value");
        if (start < 0 || end < start) throw new IllegalArgumentException("a span runs from start to end");
    }

    /** @return whether it tells who or where somebody is: what leaves the conversation has it masked */
    public boolean personal() {
        return PERSONAL.contains(type);
    }
}
