package kefu.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop of the tau-bench retail tasks, in Kefu's bulk format. Source: Yao et al. 2024, "τ-bench", sierra-research,
 * MIT. Its data stays outside the repository, in {@code ../shared/data/tau-bench-retail}; where it is absent, tests skip.
 */
public final class TauBenchShop {
    private static final String CURRENCY = "USD";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final Path folder;

    private TauBenchShop(Path folder) {
        this.folder = folder;
    }

    /** What one customer wants, and which operations must result, in order. */
    public record Task(String customerId, String instruction, List<Expected> operations) {}

    /** @param arguments as Kefu's operations name them */
    public record Expected(String name, Map<String, Object> arguments) {}

    /** @return the shop, where its data is there */
    public static Optional<TauBenchShop> find() {
        var folder = RealBrokerAndDatabase.repository()
                .resolve("../shared/data/tau-bench-retail")
                .normalize();
        return Files.isRegularFile(folder.resolve("orders.json"))
                ? Optional.of(new TauBenchShop(folder))
                : Optional.empty();
    }

    /** Writes {@code products.jsonl}, {@code customers.jsonl} and {@code orders.jsonl}. */
    public void write(Path to) throws IOException {
        Files.createDirectories(to);
        Files.write(to.resolve("products.jsonl"), lines(products()));
        Files.write(to.resolve("customers.jsonl"), lines(customers()));
        Files.write(to.resolve("orders.jsonl"), lines(orders()));
    }

    public List<ObjectNode> products() {
        return each("products.json", this::product);
    }

    public List<ObjectNode> customers() {
        return each("users.json", this::customer);
    }

    public List<ObjectNode> orders() {
        return each("orders.json", this::order);
    }

    /** @return the tasks of the training split */
    public List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        for (var task : read("tasks-train.json")) {
            var expected = new ArrayList<Expected>();
            for (var action : task.path("actions")) expected.add(expected(action));
            tasks.add(new Task(
                    task.path("user_id").asText(), task.path("instruction").asText(), List.copyOf(expected)));
        }
        return tasks;
    }

    private ObjectNode product(String id, JsonNode product) {
        var to = json.createObjectNode();
        to.put("id", product.path("product_id").asText(id));
        to.set("name", product.path("name"));
        var variants = to.putArray("variants");
        for (var variant : product.path("variants")) {
            var one = variants.addObject();
            one.set("id", variant.path("item_id"));
            one.set("options", variant.path("options"));
            one.set("price", variant.path("price"));
            one.put("currency", CURRENCY);
            one.set("available", variant.path("available"));
        }
        return to;
    }

    private ObjectNode customer(String id, JsonNode user) {
        var to = json.createObjectNode();
        to.put("id", id);
        to.set("firstName", user.path("name").path("first_name"));
        to.set("lastName", user.path("name").path("last_name"));
        to.set("email", user.path("email"));
        to.set("address", address(user.path("address")));
        var methods = to.putArray("paymentMethods");
        for (var method : user.path("payment_methods")) {
            var one = methods.addObject();
            one.set("id", method.path("id"));
            one.set("kind", method.path("source"));
            if (method.has("balance")) one.set("balance", method.path("balance"));
            if (method.has("brand")) one.set("brand", method.path("brand"));
            if (method.has("last_four")) one.set("lastFour", method.path("last_four"));
        }
        return to;
    }

    private ObjectNode order(String id, JsonNode order) {
        var to = json.createObjectNode();
        to.put("id", id);
        to.set("customerId", order.path("user_id"));
        to.set("status", order.path("status"));
        to.put("currency", CURRENCY);
        to.set("address", address(order.path("address")));
        var items = to.putArray("items");
        for (var item : order.path("items")) {
            var one = items.addObject();
            one.set("productId", item.path("product_id"));
            one.set("variantId", item.path("item_id"));
            one.set("name", item.path("name"));
            one.set("price", item.path("price"));
            one.set("options", item.path("options"));
        }
        var payments = to.putArray("payments");
        for (var payment : order.path("payment_history")) {
            var one = payments.addObject();
            one.set("kind", payment.path("transaction_type"));
            one.set("amount", payment.path("amount"));
            one.set("methodId", payment.path("payment_method_id"));
        }
        var fulfilments = to.putArray("fulfilments");
        for (var fulfilment : order.path("fulfillments")) {
            var one = fulfilments.addObject();
            one.set("trackingIds", fulfilment.path("tracking_id"));
            one.set("variantIds", fulfilment.path("item_ids"));
        }
        return to;
    }

    private ObjectNode address(JsonNode address) {
        var to = json.createObjectNode();
        to.set("line1", address.path("address1"));
        to.set("line2", address.path("address2"));
        for (var part : List.of("city", "state", "country", "zip")) to.set(part, address.path(part));
        return to;
    }

    private Expected expected(JsonNode action) {
        var from = action.path("kwargs");
        var order = from.path("order_id").asText();
        var method = from.path("payment_method_id").asText();
        return switch (action.path("name").asText()) {
            case "cancel_pending_order" ->
                new Expected(
                        "cancelOrder",
                        Map.of("orderId", order, "reason", from.path("reason").asText()));
            case "modify_pending_order_address" ->
                new Expected("changeOrderAddress", Map.of("orderId", order, "address", map(address(from))));
            case "modify_pending_order_payment" ->
                new Expected("changeOrderPayment", Map.of("orderId", order, "paymentMethodId", method));
            case "modify_pending_order_items" ->
                new Expected(
                        "changeOrderItems",
                        Map.of("orderId", order, "changes", changes(from), "paymentMethodId", method));
            case "exchange_delivered_order_items" ->
                new Expected(
                        "exchangeItems", Map.of("orderId", order, "changes", changes(from), "paymentMethodId", method));
            case "return_delivered_order_items" ->
                new Expected(
                        "returnItems",
                        Map.of(
                                "orderId",
                                order,
                                "variantIds",
                                texts(from.path("item_ids")),
                                "paymentMethodId",
                                method));
            case "modify_user_address" ->
                new Expected(
                        "changeCustomerAddress",
                        Map.of("customerId", from.path("user_id").asText(), "address", map(address(from))));
            default -> throw new IllegalStateException("not known here: " + action.path("name"));
        };
    }

    private static List<Map<String, Object>> changes(JsonNode from) {
        var olds = texts(from.path("item_ids"));
        var news = texts(from.path("new_item_ids"));
        var changes = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < olds.size(); i++)
            changes.add(Map.of("variantId", olds.get(i), "newVariantId", news.get(i)));
        return changes;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private Map<String, Object> map(ObjectNode node) {
        return json.convertValue(node, new TypeReference<>() {});
    }

    private interface Conversion {
        ObjectNode convert(String id, JsonNode record);
    }

    private List<ObjectNode> each(String file, Conversion conversion) {
        return read(file).properties().stream()
                .map(entry -> conversion.convert(entry.getKey(), entry.getValue()))
                .toList();
    }

    private JsonNode read(String file) {
        try {
            return json.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(List<ObjectNode> records) {
        return records.stream().map(ObjectNode::toString).toList();
    }
}
