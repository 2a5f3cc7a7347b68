package kefu.routing.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums as they are said: "40.00 USD". */
public final class Money {
    private static final int LEAST_DIGITS = 2;

    private Money() {}

    public static String said(BigDecimal amount, String currency) {
        return plain(amount) + " " + currency;
    }

    /** @return "40.00–45.00 USD", or the one sum where both are the same */
    public static String said(BigDecimal least, BigDecimal most, String currency) {
        return least.compareTo(most) == 0 ? said(least, currency) : plain(least) + "–" + said(most, currency);
    }

    /** Two digits after the point, and more where there are more. */
    private static String plain(BigDecimal amount) {
        return amount.setScale(Math.max(LEAST_DIGITS, amount.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
