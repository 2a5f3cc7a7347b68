package kefu.recommendation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.recommendation.model.content.Listed;

/** A product that may be shown, with what speaks for it. Lives as long as one request. */
final class Candidate {
    private final Listed listed;
    private final List<Evidence> evidence = new ArrayList<>(4);
    private double sum;
    private double strongest;
    private Evidence reason;

    Candidate(Listed listed) {
        this.listed = listed;
    }

    /** @param worth above 0; pieces add up, so that each one that goes lowers the score */
    void add(Evidence piece, double worth) {
        if (!(worth > 0)) return;
        evidence.add(piece);
        sum += worth;
        if (worth > strongest) {
            strongest = worth;
            reason = piece;
        }
    }

    Listed listed() {
        return listed;
    }

    String id() {
        return listed.id();
    }

    /** @return 1 - e^-sum, in [0, 1) */
    double score() {
        return -Math.expm1(-sum);
    }

    /** @return the piece that adds most */
    Optional<Evidence> reason() {
        return Optional.ofNullable(reason);
    }

    /** @return whether something the customer asked about, or looks at, speaks for it: not merely their past */
    boolean isToThePoint() {
        return evidence.stream().anyMatch(Candidate::isToThePoint);
    }

    private static boolean isToThePoint(Evidence piece) {
        return switch (piece) {
            case Evidence.Matches _ -> true;
            case Evidence.BoughtTogether(var seed) -> isToThePoint(seed);
            case Evidence.ViewedTogether(var seed) -> isToThePoint(seed);
            case Evidence.AlikeTo(var seed) -> isToThePoint(seed);
            case Evidence.InTaste _, Evidence.Popular _, Evidence.Fresh _ -> false;
        };
    }

    private static boolean isToThePoint(Seed seed) {
        return seed.origin() == Seed.Origin.PAGE || seed.origin() == Seed.Origin.QUERY;
    }
}
