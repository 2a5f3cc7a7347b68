package kefu.routing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the store works. */
@ConfigMapping(prefix = "kefu.store")
interface StoreConfig {
    /** The pack whose policy rules the shop. */
    @WithDefault("ecommerce")
    String pack();

    /** Signs receipts, base64 of 32 bytes or more; one is made and kept in the database where none is given. */
    Optional<String> receiptKey();

    /** Makes the fingerprints by which e-mails and postcodes are found, base64; made like the receipts' key. */
    Optional<String> searchKey();

    /** How old the index of product names may be where another replica received the change. */
    @WithDefault("5s")
    Duration namesRefresh();

    /** How many customers or orders may be imported at once. */
    @WithDefault("200")
    int importBatch();
}
