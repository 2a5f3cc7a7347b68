package kefu.profiling.interaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.vault.Cipher;
import kefu.chassis.vault.Keys;
import kefu.chassis.vault.Vault;
import kefu.model.shop.Interaction;
import kefu.profiling.PersonalData;

/** The interactions that are kept. */
@ApplicationScoped
class Interactions implements PanacheRepositoryBase<InteractionRow, String>, PersonalData {
    private final Keys keys;
    private final Vault vault;
    private final Idempotency idempotency;

    Interactions(Keys keys, Vault vault, Idempotency idempotency) {
        this.keys = keys;
        this.vault = vault;
        this.idempotency = idempotency;
    }

    /** @return whether it is new: neither this id nor this event of this customer is there */
    boolean add(String eventId, Submission submission, Cipher cipher, Instant now) {
        var interaction = submission.interaction();
        return getEntityManager()
                        .createNativeQuery("""
                        insert into interaction
                            (event_id, customer_id, source, given_id, happened_at, received_at, content)
                        values (:event, :customer, :source, :given, :happened, :received, :content)
                        on conflict do nothing""")
                        .setParameter("event", eventId)
                        .setParameter("customer", interaction.customerId())
                        .setParameter("source", submission.source())
                        .setParameter("given", submission.id().orElse(null))
                        .setParameter("happened", interaction.at())
                        .setParameter("received", now)
                        .setParameter("content", vault.seal(cipher, eventId, interaction))
                        .executeUpdate()
                == 1;
    }

    /** @return the id under which this customer's event is kept already */
    Optional<String> idOf(Submission submission) {
        return find(
                        "customerId = ?1 and source = ?2 and givenId = ?3",
                        submission.interaction().customerId(),
                        submission.source(),
                        submission.id().orElse(null))
                .firstResultOptional()
                .map(row -> row.eventId);
    }

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public List<Kept> export(String customerId) {
        return list("customerId = ?1 order by happenedAt, eventId", customerId).stream()
                .flatMap(row -> vault
                        .open(row.content, row.eventId, Interaction.class)
                        .map(opened -> new Kept(row.eventId, row.receivedAt, opened))
                        .stream())
                .toList();
    }

    /** The key goes first of all: what a backup holds is unreadable then. */
    @Override
    public int erase(String customerId) {
        keys.destroy(customerId);
        idempotency.forget(RecordInteractions.scope(customerId));
        return (int) delete("customerId", customerId);
    }

    /** An interaction in an export. */
    @RegisterForReflection
    record Kept(String id, Instant receivedAt, Interaction interaction) {}
}
