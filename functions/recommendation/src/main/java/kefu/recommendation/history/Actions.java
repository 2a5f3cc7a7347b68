package kefu.recommendation.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.History;

/** Actions in the database. */
@ApplicationScoped
class Actions implements PanacheRepositoryBase<ActionRow, String> {
    private static final int AT_ONCE = 1_000;

    private final Clock clock;

    Actions(Clock clock) {
        this.clock = clock;
    }

    /** Remembers an action; what exceeds the newest {@value History#MOST} of the customer goes. */
    void add(String source, String customerId, Action action) {
        var row = new ActionRow();
        row.source = source;
        row.customerId = customerId;
        row.productId = action.productId();
        row.kind = action.kind();
        row.at = notAfterNow(action.at());
        persist(row);
        flush();
        getEntityManager()
                .createNativeQuery("""
                        delete from action where source in (
                            select source from action where customer_id = :customer order by at desc, source offset :most)""")
                .setParameter("customer", customerId)
                .setParameter("most", History.MOST)
                .executeUpdate();
    }

    long forgetOf(String customerId) {
        return delete("customerId", customerId);
    }

    /** Takes back everything that sources of this prefix told. */
    void takeBack(String customerId, String sourcePrefix) {
        delete("customerId = ?1 and left(source, ?2) = ?3", customerId, sourcePrefix.length(), sourcePrefix);
    }

    Map<String, History> of(Collection<String> customerIds) {
        var histories = new HashMap<String, History>();
        var ids = List.copyOf(customerIds);
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            find("customerId in ?1", ids.subList(i, Math.min(ids.size(), i + AT_ONCE))).stream()
                    .collect(Collectors.groupingBy(
                            row -> row.customerId, Collectors.mapping(ActionRow::action, Collectors.toList())))
                    .forEach((id, actions) -> histories.put(id, new History(actions)));
            getEntityManager().clear();
        }
        return histories;
    }

    /** A wrong clock elsewhere must not make something popular until its time has come. */
    private Instant notAfterNow(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
