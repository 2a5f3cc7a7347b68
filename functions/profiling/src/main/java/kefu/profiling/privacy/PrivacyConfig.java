package kefu.profiling.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the master key is. */
@ConfigMapping(prefix = "kefu.privacy")
interface PrivacyConfig {
    /** File with the master key: a Tink keyset in JSON. */
    @WithDefault(".kefu/keys/master.json")
    Path masterKey();

    /** Whether to make a master key where there is none. A cluster brings its own and says no. */
    @WithDefault("true")
    boolean createMasterKey();
}
