package kefu.analytics.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts of all times. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<AlertRow, String> {
    /** @return newest first @param after an id; empty for from the newest on */
    List<AlertRow> newest(Optional<String> after, int limit) {
        var query = after.isPresent() ? find("id < ?1 order by id desc", after.get()) : find("order by id desc");
        return query.page(Page.ofSize(limit)).list();
    }

    boolean raisedSince(String metric, String severity, Instant since) {
        return count("metric = ?1 and severity = ?2 and raisedAt > ?3", metric, severity, since) > 0;
    }

    /** Only one replica at a time gets past this, until its transaction ends. */
    void lock(String metric) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:metric, 0)) as text)")
                .setParameter("metric", "alert " + metric)
                .getSingleResult();
    }
}
