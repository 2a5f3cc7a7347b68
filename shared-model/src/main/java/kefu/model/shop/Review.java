package kefu.model.shop;

import java.time.Instant;
import java.util.List;
import kefu.model.Require;

/** What a customer wrote about a product. @param rating 1 to 5 @param language {@code zh} or {@code en} */
public record Review(
        String id,
        String productId,
        String customerId,
        Integer rating,
        String text,
        String language,
        Instant at,
        List<String> images) {
    public Review {
        Require.text(id, "id");
        Require.text(productId, "productId");
        Require.present(rating, "rating");
        Require.within(rating, 1, 5, "rating");
        text = text == null ? "" : text;
        images = Require.list(images);
    }
}
