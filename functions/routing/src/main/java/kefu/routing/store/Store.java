package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.routing.context.Named;

/** Reads customers, orders and products. Needs no transaction around it. */
@ApplicationScoped
@Transactional
public class Store {
    private static final int MOST_ORDERS = 500;

    private final EntityManager entities;
    private final SearchKeys keys;
    private final ProductNames names;
    private final ShopVault vault;

    Store(EntityManager entities, SearchKeys keys, ProductNames names, ShopVault vault) {
        this.entities = entities;
        this.keys = keys;
        this.names = names;
        this.vault = vault;
    }

    public Optional<Customer> customer(String id) {
        return customerRow(id).map(CustomerRow::customer);
    }

    /** @return the customer of this e-mail, whatever its case; empty where several share it */
    public Optional<Customer> customerByEmail(String email) {
        return only(keys.email(email).map(hash -> customers("emailHash", hash)).orElse(List.of()));
    }

    /** @return who lives there and is called so, in whichever order the names come; one part may hold both */
    public List<Customer> customersByNameAndZip(String first, String last, String zip) {
        var sought = PersonName.of(first, last);
        if (sought.isEmpty()) return List.of();
        return customersInPostcode(zip).stream()
                .filter(c -> PersonName.of(c.firstName(), c.lastName()).equals(sought))
                .toList();
    }

    /** @return who lives there, the postcode written with or without spaces */
    public List<Customer> customersInPostcode(String zip) {
        return keys.zip(zip).map(hash -> customers("zipHash", hash)).orElse(List.of());
    }

    /** @return the order: {@code #W123}, {@code w123}, or {@code 123} where one order alone has these digits */
    public Optional<Order> order(String id) {
        return orderRow(id).map(OrderRow::order);
    }

    /** @return newest first */
    public List<Order> ordersOf(String customerId) {
        return entities
                .createQuery(
                        "from OrderRow where customerId = :id order by placedAt desc nulls last, id desc",
                        OrderRow.class)
                .setParameter("id", customerId)
                .setMaxResults(MOST_ORDERS)
                .getResultList()
                .stream()
                .map(row -> row.opened(vault).order())
                .toList();
    }

    public Optional<Product> product(String id) {
        return productRow(id).map(row -> row.record);
    }

    /** @return products whose name, or a part that tells what they are, is in the text; the most fully named first */
    public List<Product> productsNamed(String text) {
        return names.in(text).products().stream()
                .flatMap(id -> product(id).stream())
                .toList();
    }

    /** @return ids of products that may be meant where a word of a name is mistyped: to ask about, not to go by */
    public List<String> nearlyNamed(String text) {
        return names.near(text);
    }

    /** @return ids of the same products, and whether one of them alone can be meant */
    public Named named(String text) {
        return names.in(text);
    }

    /** @return products whose ids come after this one, in the order of ids */
    List<Product> productsAfter(String id, int most) {
        return entities
                .createQuery("from ProductRow where id > :id order by id", ProductRow.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> row.record)
                .toList();
    }

    Optional<CustomerRow> customerRow(String id) {
        return Optional.ofNullable(entities.find(CustomerRow.class, id)).map(row -> row.opened(vault));
    }

    /**
     * Keeps the customer from being erased until the transaction that runs has ended.
     *
     * @return whether there is such a customer still
     */
    public boolean hold(String customerId) {
        return !entities.createNativeQuery("select 1 from customer where id = :id for share")
                .setParameter("id", customerId)
                .getResultList()
                .isEmpty();
    }

    /** @return the customer's orders, held until the transaction ends, however it ends */
    List<OrderRow> lockOrdersOf(String customerId) {
        return entities
                .createQuery("from OrderRow where customerId = :id order by id", OrderRow.class)
                .setParameter("id", customerId)
                .getResultList()
                .stream()
                .map(row -> locked(row).opened(vault))
                .toList();
    }

    Optional<ProductRow> productRow(String id) {
        return Optional.ofNullable(entities.find(ProductRow.class, id));
    }

    Optional<OrderRow> orderRow(String id) {
        var exact = orders("lookup", OrderRow.lookup(id));
        if (exact.isPresent() || !OrderRow.lookup(id).equals(OrderRow.digits(id))) return exact;
        return orders("digits", OrderRow.digits(id));
    }

    /** Holds the order as it is now until the transaction ends, however it ends. */
    Optional<OrderRow> lockOrder(String id) {
        return orderRow(id).map(row -> locked(row).opened(vault));
    }

    /** Like {@link #lockOrder}, but digits alone are not enough to name an order. */
    Optional<OrderRow> lockOrderExactly(String id) {
        return orders("lookup", OrderRow.lookup(id)).map(row -> locked(row).opened(vault));
    }

    Optional<CustomerRow> lockCustomer(String id) {
        return customerRow(id).map(row -> locked(row).opened(vault));
    }

    /** The row may have been read earlier in this transaction: what counts is how it is once it is ours. */
    private <R> R locked(R row) {
        entities.flush();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    private Optional<OrderRow> orders(String column, String value) {
        if (value.isEmpty()) return Optional.empty();
        return only(entities
                .createQuery("from OrderRow where " + column + " = :value", OrderRow.class)
                .setParameter("value", value)
                .setMaxResults(2)
                .getResultList()
                .stream()
                .map(row -> row.opened(vault))
                .toList());
    }

    private List<Customer> customers(String column, String hash) {
        return entities
                .createQuery("from CustomerRow where " + column + " = :hash", CustomerRow.class)
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .map(row -> row.opened(vault).customer())
                .toList();
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
