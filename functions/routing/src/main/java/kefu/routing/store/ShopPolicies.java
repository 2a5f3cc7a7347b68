package kefu.routing.store;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import kefu.routing.store.rules.ShopPolicy;

/** Gives the policy of the shop's pack. */
class ShopPolicies {
    private static final String FILE = "packs/ecommerce/policy.yml";

    @Produces
    @Singleton
    ShopPolicy policy() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) throw new FileNotFoundException(FILE);
            return PolicyFile.read(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
