package kefu.model.turn;

import kefu.model.Require;

/**
 * Who answers the customer.
 *
 * @param kind {@code bot} or {@code agent}
 * @param epoch grows with every hand-over; a reply computed under an older epoch is dropped
 */
public record Owner(String kind, int epoch) {
    public static final Owner BOT = new Owner("bot", 0);

    public Owner {
        Require.text(kind, "kind");
    }
}
