package kefu.chassis.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the master key is, and how long opened keys stay in memory. */
@ConfigMapping(prefix = "kefu.privacy")
interface VaultConfig {
    /** File with the master key: a Tink keyset in JSON. */
    @WithDefault(".kefu/keys/master.json")
    Path masterKey();

    /** Whether to make a master key where there is none. A cluster brings its own and says no. */
    @WithDefault("true")
    boolean createMasterKey();

    /** Whether this function keeps keys, so that the master key is looked for at start; fixed when it is built. */
    @WithDefault("false")
    boolean keepsKeys();

    /** How long a key that was opened is kept in memory. */
    @WithDefault("5m")
    Duration keepOpen();

    /** How many opened keys are kept in memory at most. */
    @WithDefault("10000")
    int mostOpen();
}
