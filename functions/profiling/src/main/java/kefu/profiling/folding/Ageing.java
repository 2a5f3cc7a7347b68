package kefu.profiling.folding;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What time alone changes: evidence that no longer counts goes, and customers who fell silent fold anew. */
@ApplicationScoped
class Ageing {
    private final EvidenceStore evidence;
    private final EntityManager entities;
    private final ProfileConfig config;
    private final Clock clock;

    Ageing(EvidenceStore evidence, EntityManager entities, ProfileConfig config, Clock clock) {
        this.evidence = evidence;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${kefu.profile.ageing:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void age() {
        var now = clock.instant();
        evidence.deleteBefore(
                LocalDate.ofInstant(now.minus(config.horizon()), ZoneOffset.UTC).toEpochDay());
        entities.createNativeQuery("""
                        update profile set dirty_since = :now
                        where dirty_since is null and last_seen < :silent
                        and cast(cast(profile as jsonb) ->> 'orders' as int) > 0
                        and not cast(profile as jsonb) -> 'segments' @> cast('["at_risk"]' as jsonb)""")
                .setParameter("now", now)
                .setParameter("silent", now.minus(config.silence()))
                .executeUpdate();
    }
}
