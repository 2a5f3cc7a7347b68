package kefu.routing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.problem.Problem;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.routing.store.rules.ShopPolicy;

/** Reads customers and orders as shops send them. Amounts stay exactly what they were. */
@ApplicationScoped
class ShopReader {
    private final ObjectMapper json;
    private final ObjectReader exact;
    private final Store store;
    private final ShopPolicy policy;

    ShopReader(ObjectMapper json, Store store, ShopPolicy policy) {
        this.json = json;
        this.exact = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        this.store = store;
        this.policy = policy;
    }

    /** @throws JsonProcessingException when this is no JSON */
    JsonNode tree(String body) throws JsonProcessingException {
        return exact.readTree(body == null ? "" : body);
    }

    /** @throws IllegalArgumentException that says which value is wrong and why */
    Customer customer(JsonNode node) {
        var customer = read(node, Customer.class);
        ImportCheck.check(customer);
        return customer;
    }

    /** @throws IllegalArgumentException that says which value is wrong and why */
    Order order(JsonNode node) {
        if (node instanceof ObjectNode object) complete(object);
        var order = read(node, Order.class);
        ImportCheck.check(order);
        return order;
    }

    /** @throws IllegalArgumentException that says which value is wrong and why */
    Product product(JsonNode node) {
        return read(node, Product.class);
    }

    /** An item's name may be in several languages; an order that names no currency has that of its goods. */
    private void complete(ObjectNode order) {
        for (var item : order.path("items"))
            if (item instanceof ObjectNode object && item.path("name").isObject())
                object.put("name", read(item.path("name"), LocalText.class).in("en"));
        if (!order.hasNonNull("currency")) order.put("currency", currency(order));
    }

    private String currency(JsonNode order) {
        var first = order.path("items").path(0);
        return store.product(first.path("productId").asText())
                .flatMap(product -> product.variant(first.path("variantId").asText()))
                .map(variant -> variant.currency())
                .orElse(policy.currency());
    }

    private <T> T read(JsonNode node, Class<T> type) {
        if (!node.isObject()) throw new IllegalArgumentException("must be an object");
        try {
            return json.treeToValue(node, type);
        } catch (JsonMappingException e) {
            var error = Problem.FieldError.of(e);
            throw new IllegalArgumentException(error.field() + ": " + error.message(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is not readable", e);
        }
    }
}
