package kefu.routing.storefront;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The demo storefront. */
@ConfigMapping(prefix = "kefu.shop")
interface StorefrontConfig {
    /** A folder with the pictures of products, served at {@code /shop/}. */
    Optional<Path> images();

    /** The pack that names the facts of products. */
    @WithDefault("ecommerce")
    String pack();

    /** Where a browser reaches profiling. */
    @WithDefault("http://localhost:8082")
    String profiling();
}
