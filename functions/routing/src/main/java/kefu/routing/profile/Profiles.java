package kefu.routing.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import kefu.model.profile.Profile;
import kefu.routing.peer.Refused;
import org.jboss.logging.Logger;

/** Asks who somebody is, whatever happens. */
@ApplicationScoped
public class Profiles {
    private static final Logger LOG = Logger.getLogger(Profiles.class);
    private static final String NOBODY = "anonymous";

    private final ProfilingClient profiling;

    Profiles(ProfilingClient profiling) {
        this.profiling = profiling;
    }

    /** @param degraded whether profiling could not be asked */
    public record Known(Profile profile, boolean degraded) {}

    public Known of(Optional<String> customerId) {
        if (customerId.isEmpty()) return new Known(Profile.unknown(NOBODY), false);
        try {
            return new Known(profiling.profile(customerId.get()), false);
        } catch (RuntimeException e) {
            LOG.debugf("Profiling is away: %s", e.getMessage());
            return new Known(Profile.unknown(customerId.get()), true);
        }
    }

    /** @return whether profiling answers, if only that it may not tell */
    public boolean areThere() {
        try {
            profiling.profile(NOBODY);
            return true;
        } catch (Refused answered) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
