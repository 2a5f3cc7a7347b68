package kefu.routing.handoff;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import kefu.routing.privacy.ConversationVault;

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
    String skill;
    String language;

    /** Encrypted {@link Words}. */
    byte[] words;

    @Column(name = "waiting_since")
    Instant waitingSince;

    String agent;

    @Column(name = "claimed_at")
    Instant claimedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    /** What people wrote of it. */
    @RegisterForReflection
    record Words(String reason, String summary, String resolution) {}

    static HandoffRow of(Handoff handoff, ConversationVault vault) {
        var row = new HandoffRow();
        row.id = handoff.id();
        row.conversationId = handoff.conversationId();
        row.customerId = handoff.customerId();
        row.skill = handoff.skill();
        row.language = handoff.language();
        row.waitingSince = handoff.waitingSince();
        row.become(handoff, vault);
        return row;
    }

    /** Takes over what changes in the life of a hand-off. */
    void become(Handoff handoff, ConversationVault vault) {
        status = handoff.status().json();
        agent = handoff.agent();
        claimedAt = handoff.claimedAt();
        endedAt = handoff.endedAt();
        words = vault.seal(
                conversationId, place(), new Words(handoff.reason(), handoff.summary(), handoff.resolution()));
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when its conversation was erased meanwhile */
    Handoff handoff(ConversationVault vault) {
        return saying(vault.open(words, place(), Words.class));
    }

    /** @return it, empty when its conversation was erased meanwhile */
    Optional<Handoff> find(ConversationVault vault) {
        return vault.find(words, place(), Words.class).map(this::saying);
    }

    private Handoff saying(Words said) {
        return new Handoff(
                id,
                conversationId,
                customerId,
                HandoffStatus.of(status),
                said.reason(),
                waitingSince,
                agent,
                said.summary(),
                language,
                skill,
                claimedAt,
                endedAt,
                said.resolution());
    }

    private String place() {
        return "handoff/" + id;
    }
}
