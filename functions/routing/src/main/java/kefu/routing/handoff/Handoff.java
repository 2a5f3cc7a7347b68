package kefu.routing.handoff;

import java.time.Instant;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.model.Require;
import kefu.model.turn.HandoffNotice;

/**
 * A conversation that a person is asked to take, takes or took.
 *
 * @param customerId null while the customer is not known
 * @param reason why a person is needed
 * @param agent who claimed it; null while waiting
 * @param summary what an agent should know, personal data masked
 * @param language to answer in, {@code zh} or {@code en}
 * @param skill that the agent should have
 * @param endedAt when it was resolved or returned; null before
 * @param resolution how it was resolved; null unless it was
 */
public record Handoff(
        String id,
        String conversationId,
        String customerId,
        HandoffStatus status,
        String reason,
        Instant waitingSince,
        String agent,
        String summary,
        String language,
        String skill,
        Instant claimedAt,
        Instant endedAt,
        String resolution) {
    public Handoff {
        Require.text(id, "id");
        Require.text(conversationId, "conversationId");
        Require.present(status, "status");
        Require.text(reason, "reason");
        Require.present(waitingSince, "waitingSince");
        Require.present(summary, "summary");
        Require.text(language, "language");
    }

    /** @return what a client is told within a turn */
    public HandoffNotice notice() {
        return new HandoffNotice(id, status.json(), reason);
    }

    boolean isOf(String who) {
        return who.equals(agent);
    }

    /** @return why this agent may not claim it; empty when they may, or have */
    Optional<Refusal> refusalToClaim(String who) {
        return switch (status) {
            case WAITING -> Optional.empty();
            case CLAIMED -> isOf(who) ? Optional.empty() : Optional.of(takenByAnother());
            case RESOLVED, RETURNED -> Optional.of(over());
        };
    }

    /** @return why this agent may not speak in it, resolve or return it; empty when they may */
    Optional<Refusal> refusalToAct(String who) {
        return switch (status) {
            case WAITING -> Optional.of(new Refusal("handoff-not-claimed", "Claim this hand-off first."));
            case CLAIMED -> isOf(who) ? Optional.empty() : Optional.of(takenByAnother());
            case RESOLVED, RETURNED -> Optional.of(over());
        };
    }

    /** @return why the customer may not call it off; empty when they may */
    Optional<Refusal> refusalToCallOff() {
        return switch (status) {
            case WAITING -> Optional.empty();
            case CLAIMED -> Optional.of(new Refusal("handoff-taken", "Somebody has taken this conversation already."));
            case RESOLVED, RETURNED -> Optional.of(over());
        };
    }

    Handoff claimedBy(String who, Instant at) {
        return as(HandoffStatus.CLAIMED, who, at, null, null);
    }

    Handoff resolved(String how, Instant at) {
        return as(HandoffStatus.RESOLVED, agent, claimedAt, at, how);
    }

    Handoff returned(Instant at) {
        return as(HandoffStatus.RETURNED, agent, claimedAt, at, null);
    }

    private Handoff as(HandoffStatus now, String who, Instant claimed, Instant ended, String how) {
        return new Handoff(
                id,
                conversationId,
                customerId,
                now,
                reason,
                waitingSince,
                who,
                summary,
                language,
                skill,
                claimed,
                ended,
                how);
    }

    private Refusal takenByAnother() {
        return new Refusal("handoff-taken", "Agent " + agent + " has this hand-off.");
    }

    private Refusal over() {
        return new Refusal("handoff-over", "This hand-off was " + status.json() + " at " + endedAt + ".");
    }

    /** @param name stable, for clients @param why for people */
    record Refusal(String name, String why) {
        /** @throws kefu.chassis.problem.ProblemException 409, always */
        void refuse() {
            throw Problem.conflict(name, why).asException();
        }
    }
}
