package kefu.routing.store.rules;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.shop.Address;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.PaymentMethod;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.routing.store.PolicyFile;

/** A small shop for the rules' tests. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final ShopPolicy POLICY = policy();
    static final Address HOME = new Address("1 Alder Street", null, "Portland", "OR", "US", "97232");
    static final Address ELSEWHERE = new Address("2 Beech Street", null, "Salem", "OR", "US", "97301");

    static final Product SHIRT = new Product(
            "p-shirt",
            new LocalText(Map.of("en", "Linen Shirt", "zh", "亚麻衬衫")),
            "clothing",
            null,
            Map.of(),
            List.of(
                    variant("s", "49.00", true),
                    variant("m", "52.00", true),
                    variant("l", "45.50", true),
                    variant("xl", "49.00", false)),
            List.of());
    static final Product MUG = new Product(
            "p-mug", LocalText.of("Mug"), "kitchen", null, Map.of(), List.of(variant("mug", "8.00", true)), List.of());
    static final Catalogue CATALOGUE =
            id -> Stream.of(SHIRT, MUG).filter(p -> p.id().equals(id)).findFirst();

    private Samples() {}

    static Variant variant(String id, String price, boolean available) {
        return new Variant(id, Map.of("size", id), new BigDecimal(price), "USD", available);
    }

    static Customer customer() {
        return new Customer(
                "c-1",
                "Emily",
                "Carter",
                "emily.carter@example.com",
                null,
                HOME,
                List.of(
                        new PaymentMethod("card", "credit_card", null, "Visa", "7719"),
                        new PaymentMethod("paypal", "paypal", null, null, null),
                        new PaymentMethod("gift", "gift_card", new BigDecimal("2.50"), null, null),
                        new PaymentMethod("rich", "gift_card", new BigDecimal("500.00"), null, null)));
    }

    static Order order(OrderStatus status) {
        return order(status, "card");
    }

    /** Two shirts of size S and a mug for 106.00, paid with one method. */
    static Order order(OrderStatus status, String methodId) {
        return new Order(
                "#W1",
                "c-1",
                status,
                NOW.minusSeconds(3 * 86_400),
                "USD",
                HOME,
                List.of(item(SHIRT, "s", "49.00"), item(SHIRT, "s", "49.00"), item(MUG, "mug", "8.00")),
                List.of(new Order.Payment("payment", new BigDecimal("106.00"), methodId)),
                List.of());
    }

    static Order.Item item(Product product, String variantId, String price) {
        return new Order.Item(
                product.id(), variantId, product.name().in("en"), new BigDecimal(price), Map.of("size", variantId));
    }

    static Facts facts(Order order) {
        return facts(order, List.of());
    }

    static Facts facts(Order order, List<Past> past) {
        return facts(order, past, Optional.empty());
    }

    static Facts facts(Order order, List<Past> past, Optional<Instant> deliveredAt) {
        return new Facts(POLICY, order, customer(), CATALOGUE, past, deliveredAt, NOW);
    }

    private static ShopPolicy policy() {
        try (var in = Samples.class.getResourceAsStream("/packs/ecommerce/policy.yml")) {
            return PolicyFile.read(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
