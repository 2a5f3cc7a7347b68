package kefu.recommendation.model.behaviour;

import java.time.Instant;
import kefu.model.Require;

/** Something a customer did with a product. */
public record Action(String productId, Kind kind, Instant at) {
    public Action {
        Require.text(productId, "productId");
        Require.present(kind, "kind");
        Require.present(at, "at");
    }

    /** What was done; {@link #interest} says how much it speaks for the product, in [0, 1]. */
    public enum Kind {
        VIEW(0.4),
        CART(0.8),
        PURCHASE(1),
        LIKE(1),
        DISLIKE(0),
        RETURN(0);

        private final double interest;

        Kind(double interest) {
            this.interest = interest;
        }

        public double interest() {
            return interest;
        }
    }
}
