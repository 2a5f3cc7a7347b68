package kefu.analytics.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import kefu.analytics.tally.Problem;

/** What a problem costs, against a turn in which Kefu had to ask back. */
@ConfigMapping(prefix = "kefu.insights.cost")
interface InsightConfig {
    /** A turn in which Kefu had to ask what was meant. */
    @WithDefault("1")
    double clarified();

    /** A turn that fitted no intent. */
    @WithDefault("1.5")
    double outOfScope();

    /** An operation that was refused. */
    @WithDefault("2")
    double refused();

    /** A rating of one or two stars. */
    @WithDefault("4")
    double lowRated();

    /** A conversation that a person had to take over: minutes of their time. */
    @WithDefault("6")
    double handedOff();

    default double of(Problem problem) {
        return switch (problem) {
            case CLARIFIED -> clarified();
            case OUT_OF_SCOPE -> outOfScope();
            case REFUSED -> refused();
            case LOW_RATED -> lowRated();
            case HANDED_OFF -> handedOff();
        };
    }
}
