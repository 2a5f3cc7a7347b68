package kefu.model.turn;

import java.util.List;
import java.util.Optional;
import kefu.model.Require;

/**
 * What a customer sends: words, the value of a button, or both absent and an attachment.
 *
 * @param text what was written; null when a button answers
 * @param answer the option that was chosen; null otherwise
 * @param context where the customer is in the storefront now; null for as before
 */
public record TurnRequest(String text, Answer answer, PageContext context, List<Attachment> attachments) {
    public TurnRequest {
        attachments = Require.list(attachments);
    }

    /** @return the value that a button sent for this slot */
    public Optional<String> answerTo(String slot) {
        return Optional.ofNullable(answer).filter(a -> a.slot().equals(slot)).map(Answer::value);
    }

    /** @param value an option's value, or several joined by commas where {@code expects.many} */
    public record Answer(String slot, String value) {
        public Answer {
            Require.text(slot, "answer.slot");
            Require.text(value, "answer.value");
        }
    }

    /** What the storefront shows. @param cart product ids in the cart, at most 200 */
    public record PageContext(String page, String productId, String orderId, List<String> cart) {
        private static final int LONGEST = 200;

        public PageContext {
            cart = Require.list(cart);
            Require.atMost(page, LONGEST, "context.page");
            Require.atMost(productId, LONGEST, "context.productId");
            Require.atMost(orderId, LONGEST, "context.orderId");
            if (cart.size() > LONGEST)
                throw new IllegalArgumentException("context.cart holds more than " + LONGEST + " products");
            cart.forEach(id -> Require.atMost(id, LONGEST, "context.cart"));
        }
    }

    /**
     * @param kind {@code image} or {@code audio}
     * @param data base64 (RFC 4648); empty in a turn's record, which keeps that it was there and not what it showed
     */
    public record Attachment(String kind, String mediaType, String data) {
        public Attachment {
            Require.text(kind, "attachments.kind");
            Require.text(mediaType, "attachments.mediaType");
            Require.present(data, "attachments.data");
        }
    }
}
