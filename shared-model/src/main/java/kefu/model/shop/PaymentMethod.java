package kefu.model.shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import kefu.model.Require;

/**
 * A way in which a customer can pay.
 *
 * @param kind {@code gift_card}, {@code paypal} or {@code credit_card}
 * @param balance what is left on a gift card; null otherwise
 * @param brand of a card; null otherwise
 * @param lastFour last four digits of a card; null otherwise
 */
public record PaymentMethod(String id, String kind, BigDecimal balance, String brand, String lastFour) {
    public PaymentMethod {
        Require.text(id, "paymentMethods.id");
        Require.text(kind, "paymentMethods.kind");
    }

    @JsonIgnore
    public boolean isGiftCard() {
        return kind.equals("gift_card");
    }
}
