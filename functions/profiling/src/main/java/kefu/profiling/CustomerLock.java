package kefu.profiling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;

/**
 * Keeps transactions over one customer apart, on all replicas. A lock ends with its transaction, so a killed process
 * blocks nobody.
 */
@ApplicationScoped
public class CustomerLock {
    private final EntityManager entities;

    CustomerLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits until nobody else works on this customer. */
    public void exclusive(String customerId) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)", String.class)
                .setParameter("id", customerId)
                .getSingleResult();
    }

    /** Waits until nobody works on these customers exclusively. */
    public void shared(Collection<String> customerIds) {
        entities.createNativeQuery("""
                        select cast(pg_advisory_xact_lock_shared(hashtextextended(id, 0)) as text)
                        from unnest(cast(:ids as text[])) as id""", String.class)
                .setParameter("ids", customerIds.stream().distinct().sorted().toArray(String[]::new))
                .getResultList();
    }
}
