package kefu.profiling.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kefu.model.event.ErasureConfirmed;

/** The erasures that were asked for. */
@ApplicationScoped
public class Erasures implements PanacheRepositoryBase<ErasureRow, String> {
    private final ErasureConfig config;

    Erasures(ErasureConfig config) {
        this.config = config;
    }

    /** @return for each of these customers who was erased, when that was asked for */
    public Map<String, Instant> requestedAt(Collection<String> customerIds) {
        var erased = new HashMap<String, Instant>();
        list("customerId in ?1", customerIds).forEach(row -> erased.put(row.customerId, row.requestedAt));
        return erased;
    }

    /** @return whether what happened then is forgotten, so that an event that comes late does not bring it back */
    public boolean isForgotten(String customerId, Instant happenedAt) {
        return findByIdOptional(customerId)
                .filter(row -> !happenedAt.isAfter(row.requestedAt))
                .isPresent();
    }

    Optional<Erasure> of(String customerId) {
        return findByIdOptional(customerId).map(this::erasure);
    }

    /** Starts anew: what was confirmed before does not count any more. */
    void request(String customerId, Instant at) {
        getEntityManager()
                .createQuery("delete from ConfirmationRow where customerId = :id")
                .setParameter("id", customerId)
                .executeUpdate();
        var row = findById(customerId);
        if (row == null) {
            row = new ErasureRow();
            row.customerId = customerId;
        }
        row.requestedAt = at;
        getEntityManager().persist(row);
    }

    /** Notes that a function has forgotten; what nobody asked for is not noted. */
    void confirm(ErasureConfirmed confirmed) {
        getEntityManager()
                .createNativeQuery("""
                        insert into erasure_confirmation (customer_id, function, erased, confirmed_at)
                        select customer_id, :function, :erased, :at from erasure
                        where customer_id = :customer
                        on conflict (customer_id, function) do update
                        set erased = erasure_confirmation.erased + excluded.erased""")
                .setParameter("function", confirmed.function())
                .setParameter("erased", confirmed.erased())
                .setParameter("at", confirmed.occurredAt())
                .setParameter("customer", confirmed.customerId())
                .executeUpdate();
    }

    private Erasure erasure(ErasureRow row) {
        var confirmed = confirmations(row.customerId);
        var missing = new TreeSet<>(config.functions());
        confirmed.forEach(confirmation -> missing.remove(confirmation.function()));
        return new Erasure(
                row.customerId,
                missing.isEmpty() ? "complete" : "requested",
                row.requestedAt,
                confirmed,
                List.copyOf(missing));
    }

    private List<Erasure.Confirmation> confirmations(String customerId) {
        return getEntityManager()
                .createQuery(
                        "from ConfirmationRow where customerId = :id order by confirmedAt, function",
                        ConfirmationRow.class)
                .setParameter("id", customerId)
                .getResultStream()
                .map(row -> new Erasure.Confirmation(row.function, row.erased, row.confirmedAt))
                .toList();
    }
}
