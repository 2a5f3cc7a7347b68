package kefu.analytics.tally;

import java.util.Locale;

/** What can go wrong with a turn, cheapest first. */
public enum Problem {
    CLARIFIED,
    OUT_OF_SCOPE,
    REFUSED,
    LOW_RATED,
    HANDED_OFF;

    /** @return the counter of this problem with this intent */
    public String of(String intent) {
        return group() + intent;
    }

    public String group() {
        return "problem-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + Tally.OF;
    }
}
