package kefu.profiling.folding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kefu.profiling.PersonalData;
import kefu.profiling.profile.Dimension;
import kefu.profiling.profile.Evidence;
import kefu.profiling.profile.PlacedOrder;
import kefu.profiling.profile.Signal;
import kefu.profiling.profile.Tally;
import org.hibernate.Session;

/** Evidence in tables: {@link Evidence#plus} as one addition a tally. */
@ApplicationScoped
@RegisterForReflection(targets = PlacedOrder.class)
class EvidenceStore implements PanacheRepositoryBase<PlacedOrderRow, String>, PersonalData {
    private final ObjectMapper json;

    EvidenceStore(ObjectMapper json) {
        this.json = json;
    }

    void add(String customerId, Signal signal) {
        signal.tallies().forEach(tally -> add(customerId, tally));
        if (signal instanceof Signal.Ordered ordered) add(customerId, ordered.order());
    }

    Evidence of(String customerId, Optional<Instant> lastSeen) {
        var masses = new TreeMap<Tally.Key, Long>();
        tallies(customerId).forEach(tally -> masses.put(tally.key(), tally.mass()));
        var orders = list("customerId", customerId).stream()
                .map(row -> read(row.state))
                .collect(Collectors.toMap(PlacedOrder::orderId, Function.identity()));
        return new Evidence(masses, orders, lastSeen);
    }

    /** Deletes what is so old that it does not count any more. */
    int deleteBefore(long epochDay) {
        return getEntityManager()
                .createNativeQuery("delete from tally where epoch_day < :day and dimension <> :for_ever")
                .setParameter("day", epochDay)
                .setParameter("for_ever", Dimension.TURN.name())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Held export(String customerId) {
        var evidence = of(customerId, Optional.empty());
        return new Held(tallies(customerId), List.copyOf(evidence.orders().values()));
    }

    @Override
    public int erase(String customerId) {
        int tallies = getEntityManager()
                .createNativeQuery("delete from tally where customer_id = :id")
                .setParameter("id", customerId)
                .executeUpdate();
        return tallies + (int) delete("customerId", customerId);
    }

    private List<Tally> tallies(String customerId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select dimension, name, epoch_day, mass from tally where customer_id = :id order by 1, 2, 3",
                        Tuple.class)
                .setParameter("id", customerId)
                .getResultStream()
                .map(EvidenceStore::tally)
                .toList();
    }

    private static Tally tally(Tuple row) {
        return new Tally(
                new Tally.Key(
                        Dimension.valueOf(row.get(0, String.class)), row.get(1, String.class), row.get(2, Long.class)),
                row.get(3, Long.class));
    }

    private void add(String customerId, Tally tally) {
        getEntityManager()
                .createNativeQuery("""
                        insert into tally (customer_id, dimension, name, epoch_day, mass)
                        values (:customer, :dimension, :name, :day, :mass)
                        on conflict (customer_id, dimension, name, epoch_day) do update
                        set mass = tally.mass + excluded.mass""")
                .setParameter("customer", customerId)
                .setParameter("dimension", tally.key().dimension().name())
                .setParameter("name", tally.key().name())
                .setParameter("day", tally.key().epochDay())
                .setParameter("mass", tally.mass())
                .executeUpdate();
    }

    private void add(String customerId, PlacedOrder order) {
        var row = findById(order.orderId());
        if (row == null) {
            row = new PlacedOrderRow();
            row.orderId = order.orderId();
            row.customerId = customerId;
            row.state = write(order);
            getEntityManager().persist(row);
        } else {
            row.state = write(read(row.state).later(order));
        }
    }

    private String write(PlacedOrder order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PlacedOrder read(String state) {
        try {
            return json.readValue(state, PlacedOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept order is not readable", e);
        }
    }

    /** Evidence in an export. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Held(List<Tally> tallies, List<PlacedOrder> orders) {}
}
