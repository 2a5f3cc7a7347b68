package kefu.routing.context;

import java.util.List;
import kefu.model.Require;

/**
 * The products that an utterance names.
 *
 * @param products ids, the best match first
 * @param alike whether the same words name them all, as "the shoes" of a shop with several: only one is meant, the one that is
 *     talked about already where it is among them
 */
public record Named(List<String> products, boolean alike) {
    public static final Named NONE = new Named(List.of(), false);

    public Named {
        products = Require.list(products);
    }

    /** @return the product that is talked about from now on. @param before the one until now; null for none */
    String product(String before) {
        if (products.isEmpty()) return before;
        if (!alike) return products.getFirst();
        return before != null && products.contains(before) ? before : null;
    }
}
