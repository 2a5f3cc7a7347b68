package kefu.recommendation.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Taste;

/** Customers in the database. */
@ApplicationScoped
@RegisterForReflection(targets = Taste.class)
public class Customers implements PanacheRepositoryBase<CustomerRow, String> {
    private final Actions actions;
    private final ObjectMapper json;

    Customers(Actions actions, ObjectMapper json) {
        this.actions = actions;
        this.json = json;
    }

    /**
     * Opens a customer to be changed, and marks them as changed. Others who want to change the same one wait.
     *
     * @param at when that happened which is to be remembered
     * @return empty for what happened before the customer was forgotten: it stays so
     */
    Optional<CustomerRow> open(String id, Instant at) {
        int opened = getEntityManager()
                .createNativeQuery("""
                        insert into customer (id) values (:id)
                        on conflict (id) do update set id = excluded.id
                        where customer.erased_at is null or customer.erased_at < :at""")
                .setParameter("id", id)
                .setParameter("at", at)
                .executeUpdate();
        return opened == 0 ? Optional.empty() : findByIdOptional(id);
    }

    Taste taste(CustomerRow row) {
        if (row.taste == null) return Taste.UNKNOWN;
        try {
            return json.readValue(row.taste, Taste.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a taste that was kept cannot be read", e);
        }
    }

    void taste(CustomerRow row, Taste taste) {
        try {
            row.taste = json.writeValueAsString(taste);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return customers whom transactions in [from, to) changed, as they are now; empty for one who was forgotten */
    @SuppressWarnings("unchecked")
    public Map<String, Optional<Customer>> changed(String from, String to) {
        List<CustomerRow> rows = getEntityManager()
                .createNativeQuery(
                        "select id, taste, erased_at from customer where changed >= cast(:from as xid8) and changed < cast(:to as xid8)",
                        CustomerRow.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        var histories = actions.of(rows.stream().map(row -> row.id).toList());
        var customers = new HashMap<String, Optional<Customer>>();
        for (var row : rows) {
            var history = histories.getOrDefault(row.id, History.NONE);
            boolean gone = row.erasedAt != null
                    && row.taste == null
                    && history.actions().isEmpty();
            customers.put(row.id, gone ? Optional.empty() : Optional.of(new Customer(history, taste(row))));
        }
        return customers;
    }
}
