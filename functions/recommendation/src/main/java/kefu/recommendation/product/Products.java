package kefu.recommendation.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.model.Page;
import kefu.model.shop.Product;
import kefu.recommendation.model.content.Listed;

/** The catalogue in the database. */
@ApplicationScoped
public class Products implements PanacheRepositoryBase<ProductRow, String> {
    private static final int LONGEST = 200_000;

    private final ObjectMapper json;
    private final Clock clock;

    Products(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** A product and the version it has now. */
    record Versioned(Product product, int version) {}

    /** What became of a product. */
    enum Change {
        CREATED,
        REPLACED,
        NONE
    }

    record Saved(Versioned now, Change change) {}

    /**
     * Puts a product into the catalogue, within the transaction that runs. The same product again changes nothing.
     *
     * @param expected the version that the caller saw last; another one now is refused
     * @throws kefu.chassis.problem.ProblemException 412, or 413 for a product of more text than anybody reads
     */
    Saved save(Product product, Optional<Integer> expected) {
        var data = write(product);
        if (expected.isEmpty() && insert(product.id(), data))
            return new Saved(new Versioned(product, 1), Change.CREATED);
        var row = findById(product.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || expected.filter(version -> version != row.version).isPresent())
            throw Problem.changed(
                            row == null
                                    ? "There is no product " + product.id() + "."
                                    : "The product is at version " + row.version + " now. Read it again.")
                    .asException();
        if (read(row.data).equals(product)) return new Saved(new Versioned(product, row.version), Change.NONE);
        row.data = data;
        row.version++;
        return new Saved(new Versioned(product, row.version), Change.REPLACED);
    }

    @Transactional
    Optional<Versioned> get(String id) {
        return findByIdOptional(id).map(row -> new Versioned(read(row.data), row.version));
    }

    @Transactional
    Page<Product> page(String after, int limit) {
        var rows = find("id > ?1 order by id", after).page(0, limit + 1).list();
        var items = rows.stream().limit(limit).map(row -> read(row.data)).toList();
        return new Page<>(items, rows.size() > limit ? items.getLast().id() : null);
    }

    /** @return what transactions in [from, to) wrote, within the transaction that runs */
    @SuppressWarnings("unchecked")
    public List<Listed> changed(String from, String to) {
        List<ProductRow> rows = getEntityManager()
                .createNativeQuery(
                        "select id, version, since, data from product where changed >= cast(:from as xid8) and changed < cast(:to as xid8)",
                        ProductRow.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return rows.stream().map(row -> Listed.of(read(row.data), row.since)).toList();
    }

    private boolean insert(String id, String data) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into product (id, version, since, data) values (:id, 1, :now, :data) on conflict do nothing")
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .setParameter("data", data)
                        .executeUpdate()
                == 1;
    }

    private String write(Product product) {
        try {
            var data = json.writeValueAsString(product);
            if (data.length() > LONGEST)
                throw Problem.tooLarge("A product has at most " + LONGEST + " characters.")
                        .asException();
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Product read(String data) {
        try {
            return json.readValue(data, Product.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a product that was kept cannot be read", e);
        }
    }
}
