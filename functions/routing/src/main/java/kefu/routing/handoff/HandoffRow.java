package kefu.routing.handoff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A hand-off as it is kept. */
@Entity
@Table(name = "handoff")
class HandoffRow {
    @Id
    String id;

    @Column(name = "conversation_id")
    String conversationId;

    @Column(name = "customer_id")
    String customerId;

    String status;
    String reason;
    String skill;
    String language;
    String summary;

    @Column(name = "waiting_since")
    Instant waitingSince;

    String agent;

    @Column(name = "claimed_at")
    Instant claimedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String resolution;

    static HandoffRow of(Handoff handoff) {
        var row = new HandoffRow();
        row.id = handoff.id();
        row.conversationId = handoff.conversationId();
        row.customerId = handoff.customerId();
        row.reason = handoff.reason();
        row.skill = handoff.skill();
        row.language = handoff.language();
        row.summary = handoff.summary();
        row.waitingSince = handoff.waitingSince();
        row.become(handoff);
        return row;
    }

    /** Takes over what changes in the life of a hand-off. */
    void become(Handoff handoff) {
        status = handoff.status().json();
        agent = handoff.agent();
        claimedAt = handoff.claimedAt();
        endedAt = handoff.endedAt();
        resolution = handoff.resolution();
    }

    Handoff handoff() {
        return new Handoff(
                id,
                conversationId,
                customerId,
                HandoffStatus.of(status),
                reason,
                waitingSince,
                agent,
                summary,
                language,
                skill,
                claimedAt,
                endedAt,
                resolution);
    }
}
