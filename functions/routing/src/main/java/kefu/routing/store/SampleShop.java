package kefu.routing.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A shop as tests describe it, in the format of an import: {@code customers, orders, products}. */
@ApplicationScoped
public class SampleShop {
    private static final Pattern DAYS_AGO = Pattern.compile("(\\d+) days ago");

    private final ImportShop imports;
    private final ProductCopies products;
    private final ProductNames names;
    private final Store store;
    private final ShopReader reader;
    private final EntityManager entities;
    private final Clock clock;

    SampleShop(
            ImportShop imports,
            ProductCopies products,
            ProductNames names,
            Store store,
            ShopReader reader,
            EntityManager entities,
            Clock clock) {
        this.imports = imports;
        this.products = products;
        this.names = names;
        this.store = store;
        this.reader = reader;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Puts the shop's records back to what they say, and takes away what was done to them. An order's {@code placedAt}
     * may be {@code 3 days ago}.
     *
     * @throws IllegalArgumentException when a record is not valid; it names the record and what is wrong with it
     */
    @Transactional
    public void become(JsonNode shop) {
        for (var product : shop.path("products")) products.keep(reader.product(product));
        names.lookAgain();
        take("customers", imports.customers(records(shop, "customers")));
        take("orders", imports.orders(records(shop, "orders")));
        for (var customer : shop.path("customers"))
            entities.createQuery("delete from ReceiptRow where customerId = :id")
                    .setParameter("id", customer.path("id").asText())
                    .executeUpdate();
    }

    /** @return an order's status, as it is written */
    public Optional<String> status(String orderId) {
        return store.order(orderId).map(order -> order.status().json());
    }

    private JsonNode records(JsonNode shop, String kind) {
        if (!shop.path(kind).isArray()) return JsonNodeFactory.instance.arrayNode();
        var records = shop.path(kind).deepCopy();
        for (var record : records) {
            var ago = DAYS_AGO.matcher(record.path("placedAt").asText());
            if (ago.matches()) {
                var placedAt = clock.instant().minus(Duration.ofDays(Long.parseLong(ago.group(1))));
                ((ObjectNode) record).put("placedAt", placedAt.toString());
            }
        }
        return records;
    }

    private static void take(String kind, ImportResult result) {
        result.rejected().stream().findFirst().ifPresent(rejected -> {
            throw new IllegalArgumentException(kind + "." + rejected.index() + ": " + rejected.reason());
        });
    }
}
