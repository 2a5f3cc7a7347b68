package kefu.profiling.folding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import kefu.model.profile.Profile;
import kefu.profiling.CustomerLock;
import kefu.profiling.consent.ConsentBook;
import kefu.profiling.profile.Dimension;
import kefu.profiling.profile.Evidence;
import kefu.profiling.profile.ProfileFold;

/** Folds one customer's evidence into the profile that is served. */
@ApplicationScoped
class FoldProfile {
    private final EvidenceStore evidence;
    private final ServedProfiles profiles;
    private final Categories categories;
    private final ConsentBook consents;
    private final CustomerLock lock;
    private final Clock clock;
    private final ProfileFold fold;

    FoldProfile(
            EvidenceStore evidence,
            ServedProfiles profiles,
            Categories categories,
            ConsentBook consents,
            CustomerLock lock,
            Clock clock,
            ProfileConfig config) {
        this.evidence = evidence;
        this.profiles = profiles;
        this.categories = categories;
        this.consents = consents;
        this.lock = lock;
        this.clock = clock;
        this.fold = new ProfileFold(config.rules());
    }

    /** Does nothing where another replica was faster. */
    @Transactional
    void fold(String customerId) {
        lock.exclusive(customerId);
        var row = profiles.findById(customerId);
        if (row == null || row.dirtySince == null) return;
        profiles.replace(row, profile(row));
    }

    private Profile profile(ProfileRow row) {
        var allowed = consents.of(row.customerId);
        if (!allowed.personalisation()) return ProfileFold.unknown(row.customerId, row.version, allowed);
        var found = evidence.of(row.customerId, Optional.ofNullable(row.lastSeen));
        return fold.fold(
                row.customerId, found, categories.of(productsIn(found)), allowed, row.version, clock.instant());
    }

    private static TreeSet<String> productsIn(Evidence evidence) {
        var products = new TreeSet<String>();
        evidence.masses().keySet().forEach(key -> {
            if (key.dimension() == Dimension.INTEREST || key.dimension() == Dimension.PURCHASE)
                products.add(key.name());
        });
        evidence.orders().values().forEach(order -> products.addAll(order.productIds()));
        return products;
    }
}
