package kefu.routing.understanding;

import io.smallrye.config.ConfigMapping;
import kefu.routing.peer.PeerConfig;

/** Where inference is. */
@ConfigMapping(prefix = "kefu.inference")
interface InferenceConfig extends PeerConfig {}
