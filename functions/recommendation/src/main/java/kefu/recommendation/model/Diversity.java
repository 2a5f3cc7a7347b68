package kefu.recommendation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kefu.recommendation.model.content.Catalogue;

/**
 * Orders candidates so that neighbours differ: each next one is the best by relevance less its likeness to those already
 * there, among those nearly as relevant as the best left. The floor bounds what variety may cost. Source: Carbonell and
 * Goldstein 1998, maximal marginal relevance.
 *
 * @param relevance share of relevance in [0, 1]; 1 orders by score alone
 * @param floor a candidate below this share of the best one's score does not overtake it
 */
record Diversity(double relevance, double floor) {
    private static final int POOL = 4;

    List<Candidate> order(Iterable<Candidate> candidates, int limit, Catalogue catalogue) {
        var sorted = new ArrayList<Candidate>();
        candidates.forEach(sorted::add);
        sorted.sort(Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::id));
        var left = new ArrayList<>(sorted.subList(0, Math.min(sorted.size(), limit * POOL)));
        var likest = new double[left.size()];
        var taken = new boolean[left.size()];
        var ordered = new ArrayList<Candidate>(limit);
        while (ordered.size() < Math.min(limit, left.size())) {
            int next = next(left, likest, taken);
            taken[next] = true;
            ordered.add(left.get(next));
            for (int i = 0; i < left.size(); i++)
                if (!taken[i])
                    likest[i] = Math.max(
                            likest[i],
                            catalogue.likeness(left.get(i).id(), left.get(next).id()));
        }
        return ordered;
    }

    private int next(List<Candidate> left, double[] likest, boolean[] taken) {
        int best = -1;
        double most = 0;
        double floorScore = -1;
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) continue;
            double score = left.get(i).score();
            if (floorScore < 0) floorScore = floor * score;
            if (score < floorScore) break;
            double value = relevance * score - (1 - relevance) * likest[i];
            if (best < 0 || value > most) {
                best = i;
                most = value;
            }
        }
        return best;
    }
}
