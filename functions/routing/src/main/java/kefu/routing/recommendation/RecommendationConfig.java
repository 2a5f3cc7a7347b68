package kefu.routing.recommendation;

import io.smallrye.config.ConfigMapping;
import kefu.routing.peer.PeerConfig;

/** Where recommendation is. */
@ConfigMapping(prefix = "kefu.recommendation")
interface RecommendationConfig extends PeerConfig {}
