package kefu.routing.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How knowledge is searched. */
@ConfigMapping(prefix = "kefu.knowledge")
interface KnowledgeConfig {
    /** The share of meaning in a passage's score; words have the rest. */
    @WithDefault("0.7")
    double meaningWeight();

    /** What a tag that fits adds to the score. */
    @WithDefault("0.6")
    double tagBoost();

    /** Scores below this are no answer to a customer: a wrong article is worse than a question back. */
    @WithDefault("0.32")
    double threshold();

    /** Scores below this are not shown to whoever searches, who can tell what fits. */
    @WithDefault("0.12")
    double searchThreshold();

    /** How many passages are sent for vectors at once. */
    @WithDefault("16")
    int embedBatch();
}
