package kefu.routing.profile;

import io.smallrye.config.ConfigMapping;
import kefu.routing.peer.PeerConfig;

/** Where profiling is. */
@ConfigMapping(prefix = "kefu.profiling")
interface ProfilingConfig extends PeerConfig {}
