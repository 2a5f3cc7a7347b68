package kefu.profiling.folding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;
import kefu.profiling.profile.FoldRules;

/** How profiles are folded. */
@ConfigMapping(prefix = "kefu.profile")
interface ProfileConfig {
    /** After which something a customer did counts half. */
    @WithDefault("30d")
    Duration halfLife();

    /** After which it does not count at all, and is deleted. */
    @WithDefault("365d")
    Duration horizon();

    /** After which a customer who bought and was not seen since is at risk. */
    @WithDefault("90d")
    Duration silence();

    /** How long events are gathered before a profile is folded and published. */
    @WithDefault("200ms")
    Duration gather();

    /** How often to look for what another replica left unfolded. */
    @WithDefault("2s")
    Duration sweep();

    /** Intents that say nothing about what a customer wants. */
    @WithDefault("oos,greeting,thanks,goodbye,affirm,deny,chitchat")
    Set<String> smallTalk();

    /** Intents of somebody who looks for a price. */
    @WithDefault("promotion.info,promotion.problem,product.price,price.protection")
    Set<String> bargains();

    default FoldRules rules() {
        return new FoldRules(halfLife(), horizon(), silence(), smallTalk(), bargains());
    }
}
