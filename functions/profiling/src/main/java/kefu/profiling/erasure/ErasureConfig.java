package kefu.profiling.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who has to forget. */
@ConfigMapping(prefix = "kefu.erasure")
interface ErasureConfig {
    /** The functions that hold customers' data, each of which has to confirm. */
    @WithDefault("profiling,routing,recommendation,analytics")
    Set<String> functions();
}
