package kefu.routing.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kefu.routing.pack.PackFile;
import kefu.routing.pack.Packs;
import kefu.routing.store.rules.ShopPolicy;

/** Gives the policy of the shop's pack. A mistake in it keeps the function from starting: it says where. */
class ShopPolicies {
    @Produces
    @Singleton
    @Startup
    ShopPolicy policy(Packs packs, StoreConfig config) {
        return read(packs.require(config.pack()).file("policy"));
    }

    static ShopPolicy read(PackFile file) {
        try {
            return PolicyFile.read(file.root());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The policy cannot be used, line " + line(file, e) + ": " + e.getMessage(), e);
        }
    }

    /** Messages begin with the file and the path: {@code policy.yml: days.return: ..}. */
    private static int line(PackFile file, IllegalArgumentException mistake) {
        var parts = mistake.getMessage().split(": ", 3);
        return parts.length < 3 ? 0 : file.line(parts[1]);
    }
}
