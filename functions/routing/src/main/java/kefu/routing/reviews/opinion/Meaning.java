package kefu.routing.reviews.opinion;

import java.util.Map;
import java.util.Set;

/**
 * What a phrase means in a review; it may mean several things, of which the clause shows the one.
 *
 * @param names aspects it speaks of without judging
 * @param judges aspects it speaks of and judges, with the polarity
 * @param besides what it says beside the name of an aspect
 * @param general its polarity about whatever is spoken of; 0 for none
 * @param role what it does to the words around it
 */
record Meaning(Set<String> names, Map<String, Integer> judges, Map<String, Integer> besides, int general, Role role) {
    enum Role {
        NONE,
        NEGATES,
        CONTRASTS,
        /** Means nothing: here only so that its parts are not read. */
        IDLE
    }

    boolean isOpinion() {
        return general != 0 || !judges.isEmpty() || !besides.isEmpty();
    }

    /** @return the sign of what it says by itself; 0 where that depends */
    int leaning() {
        return Integer.signum(
                general + judges.values().stream().mapToInt(Integer::intValue).sum());
    }
}
