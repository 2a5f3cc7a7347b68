package kefu.routing.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How conversations are held. */
@ConfigMapping(prefix = "kefu.conversation")
interface ConversationConfig {
    /** Secret that signs conversation tokens, the same for all replicas; random, so for one process, when absent. */
    Optional<String> tokenKey();

    /** The pack of a conversation that names none. */
    @WithDefault("ecommerce")
    String pack();

    /** Most characters of one utterance; more is refused with 413. */
    @WithDefault("4000")
    int longestUtterance();

    /** How many earlier turns understanding is told; with none, what words meant cannot be said by a button afterwards. */
    @WithDefault("4")
    int history();
}
