package kefu.routing.store.rules;

import java.util.Optional;
import kefu.model.shop.Product;

/** What the shop sells now. */
@FunctionalInterface
public interface Catalogue {
    Optional<Product> product(String id);
}
