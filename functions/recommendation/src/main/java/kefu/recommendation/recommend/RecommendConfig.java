package kefu.recommendation.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How products are recommended. */
@ConfigMapping(prefix = "kefu.recommendation")
interface RecommendConfig {
    /**
     * Whether a call without a token may use a customer's past: inside a cluster the routing function calls so, and a
     * NetworkPolicy lets nobody else in. Where others can reach this function, set it to false.
     */
    @WithDefault("true")
    boolean trustedNetwork();

    /** Probability that a place goes to a product drawn at random, to learn from; 0 turns it off. */
    @WithDefault("0.02")
    double explore();

    /** Share of relevance when products are ordered, the rest being variety. */
    @WithDefault("0.8")
    double relevance();

    /** What variety may cost: no product below this share of the best one's score overtakes it. */
    @WithDefault("0.6")
    double relevanceFloor();

    /** What was bought less long ago is not shown. */
    @WithDefault("60d")
    Duration boughtLately();

    /** Half-life of what a customer's own past matters. */
    @WithDefault("21d")
    Duration fading();

    /** What reasons call categories: language, then category, then name. */
    Map<String, Map<String, String>> categoryNames();

    /** How many showings may wait to be written; what exceeds them is counted and dropped. */
    @WithDefault("10000")
    int showings();
}
