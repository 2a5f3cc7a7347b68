package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation that the API of a function names is called: so every record that goes in or out as JSON, or is kept so,
 * is known to the packaging that is tested. For the functions that can be native executables.
 */
@ExtendWith(WithKefu.class)
class OperationsIT {
    private static final String CUSTOMER = "c-operations";
    private static final String ORDER = "#W-operations";
    private static final List<Map<String, ?>> WHAT_WAS_DONE = List.of(
            Map.of("customerId", CUSTOMER, "kind", "view", "productId", "p-44"),
            Map.of("customerId", CUSTOMER, "kind", "review", "review", review()),
            Map.of("customerId", CUSTOMER, "kind", "media", "media", Map.of("kind", "image", "text", "a kettle")));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Behind the whole demo shop, which profiling reads one interaction after the other. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(3);

    private final RunningKefu kefu;

    OperationsIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @Test
    void ofConversationsAndTheStoreAndKnowledgeAllAnswer() {
        var operations = new Operations(kefu.as(Function.ROUTING, Role.ADMIN));

        converse(operations);
        handOver(operations, "resolve", Map.of("reason", "explained"));
        handOver(operations, "return", null);
        trade(operations);
        keepKnowledge(operations);

        assertThat(operations.called()).containsExactlyElementsOf(operations.named());
    }

    @Test
    void ofCustomersAllAnswer() {
        var operations = new Operations(kefu.as(Function.PROFILING, Role.ADMIN));
        operations.call(
                "PUT",
                "/v1/customers/{id}/consents",
                Map.of("personalisation", true, "analytics", true, "marketing", true),
                CUSTOMER);
        operations.call("POST", "/v1/interactions", WHAT_WAS_DONE);

        operations.get("/v1/customers/{id}/consents", CUSTOMER);
        await().atMost(LONG_PATIENCE)
                .until(() -> !operations
                        .get("/v1/customers/{id}/profile", CUSTOMER)
                        .path("products")
                        .isEmpty());
        var held = operations.get("/v1/customers/{id}/export", CUSTOMER).path("holdings");
        assertThat(held.findValues("interaction")).hasSize(3);
        assertThat(held.findValues("tallies").getFirst()).isNotEmpty();
        assertThat(held.findValue("personalisation").asBoolean()).isTrue();
        operations.call("DELETE", "/v1/customers/{id}", null, CUSTOMER + "-gone");
        operations.get("/v1/customers/{id}/erasure", CUSTOMER + "-gone");

        assertThat(operations.called()).containsExactlyElementsOf(operations.named());
    }

    @Test
    void ofProductsAllAnswer() {
        var operations = new Operations(kefu.as(Function.RECOMMENDATION, Role.ADMIN));
        var product = operations.get("/v1/products/{id}", "p-1");

        assertThat(operations.call("PUT", "/v1/products/{id}", product, "p-1")).isEqualTo(product);
        operations.call("PUT", "/v1/products", List.of(product));
        assertThat(operations.get("/v1/products?limit=1").at("/items/0/id").asText())
                .isNotEmpty();
        assertThat(operations.get("/v1/recommendations?productId=p-1").path("items"))
                .isNotEmpty();

        assertThat(operations.called()).containsExactlyElementsOf(operations.named());
    }

    @Test
    void ofInsightsAllAnswer() {
        var operations = new Operations(kefu.as(Function.ANALYTICS, Role.ANALYST));

        Chat.start(kefu.url(Function.ROUTING), "", "").say("你好");
        await().atMost(PATIENCE)
                .until(() -> operations
                                .get("/v1/insights/summary?window=1h")
                                .path("turns")
                                .asInt()
                        > 0);
        assertThat(operations.get("/v1/insights/series?metric=turns&window=1h").path("points"))
                .isNotEmpty();
        operations.get("/v1/insights/improvements?window=1d");
        operations.get("/v1/alerts");
        hears(operations, "/v1/insights/stream");

        assertThat(operations.called()).containsExactlyElementsOf(operations.named());
    }

    private static void converse(Operations operations) {
        var id = begin(operations);
        var customer = operations.as(token(id));
        customer.call("POST", "/v1/conversations/{id}/turns", Map.of("text", "这个商品的质量怎么样？"), id(id));
        customer.get("/v1/conversations/{id}", id(id));
        customer.get("/v1/conversations/{id}/turns", id(id));
        customer.get("/v1/conversations/{id}/events", id(id));
        customer.get("/v1/conversations/{id}/turns/{number}/explanation", id(id), "1");
        customer.get("/v1/conversations/{id}/ledger", id(id));
        customer.call("POST", "/v1/conversations/{id}/handoff", Map.of("reason", "a gift"), id(id));
        customer.call("DELETE", "/v1/conversations/{id}/handoff", null, id(id));
        assertThat(operations.get("/v1/handoffs?status=waiting").path("items").findValuesAsText("conversationId"))
                .doesNotContain(id(id));
        operations.get("/v1/conversations?customerId=c-1&limit=1");
        customer.call(
                "POST", "/v1/conversations/{id}/feedback", Map.of("rating", 4, "comment", "好", "turn", 1), id(id));
    }

    private static Map<String, ?> review() {
        return Map.of(
                "id", "rv-operations", "productId", "p-44", "customerId", CUSTOMER, "rating", 5, "text", "Very handy.");
    }

    /** From the wish for a person to the end of what they did. */
    private static void handOver(Operations operations, String end, Object why) {
        var begun = begin(operations);
        var handoff = operations
                .as(token(begun))
                .call("POST", "/v1/conversations/{id}/handoff", Map.of("reason", "a gift"), id(begun))
                .path("id")
                .asText();
        assertThat(operations.get("/v1/handoffs?status=waiting").path("items")).isNotEmpty();
        operations.get("/v1/handoffs/{id}", handoff);
        operations.call("POST", "/v1/handoffs/{id}/claim", null, handoff);
        operations.call("POST", "/v1/handoffs/{id}/messages", Map.of("text", "您好"), handoff);
        operations.call("POST", "/v1/handoffs/{id}/" + end, why, handoff);
        hears(operations, "/v1/handoffs/stream?after=0");
    }

    private static void trade(Operations operations) {
        var customer = (ObjectNode) operations.get("/v1/store/customers/{id}", "c-3");
        customer.put("id", CUSTOMER).put("email", "operations@example.org").put("lastName", "Operations");
        assertThat(operations.call("PUT", "/v1/store/customers/{id}", customer, CUSTOMER))
                .isEqualTo(customer);
        operations.call("PUT", "/v1/store/customers", List.of(customer));
        var order = (ObjectNode) operations.get("/v1/store/orders/{id}", "#W1000038");
        order.put("id", ORDER).put("customerId", CUSTOMER).put("status", "pending");
        assertThat(operations.call("PUT", "/v1/store/orders/{id}", order, ORDER))
                .isEqualTo(order);
        operations.call("PUT", "/v1/store/orders", List.of(order));
        assertThat(operations.get("/v1/store/customers/{id}/orders", CUSTOMER).path("items"))
                .hasSize(1);
        var address = ((ObjectNode) customer.path("address")).deepCopy().put("line1", "New Street 1");
        operations.call(
                "POST",
                "/v1/store/customers/{id}/operations",
                Map.of("name", "changeCustomerAddress", "arguments", Map.of("address", address)),
                CUSTOMER);
        var done = operations.call("POST", "/v1/store/orders/{id}/operations", Map.of("name", "urgeOrder"), ORDER);
        assertThat(operations
                        .get("/v1/store/receipts/{id}", done.at("/receipt/id").asText())
                        .toString())
                .contains(ORDER);
        assertThat(operations.get("/v1/store/orders/{id}/receipts", ORDER).path("items"))
                .hasSize(1);
        var product = operations.get("/v1/store/products?limit=1").at("/items/0");
        assertThat(operations.get("/v1/store/products/{id}", product.path("id").asText()))
                .isEqualTo(product);
    }

    private static void keepKnowledge(Operations operations) {
        var article = Map.of(
                "title", "Umbrella engraving",
                "language", "en",
                "tags", List.of("chitchat"),
                "text", "Umbrella handles are engraved with initials within two days.");
        operations.call("PUT", "/v1/knowledge/{id}", article, "kb-operations");
        operations.get("/v1/knowledge/{id}", "kb-operations");
        await().atMost(PATIENCE)
                .until(() -> !operations
                        .get("/v1/knowledge?language=en&q=umbrella+handles+engraved+with+initials")
                        .path("items")
                        .isEmpty());
        operations.get("/v1/knowledge/{id}/versions", "kb-operations");
        operations.once("DELETE", "/v1/knowledge/{id}", null, "kb-operations");
    }

    /** Such a stream answers with its first event. */
    private static void hears(Operations operations, String path) {
        try (var stream = operations.listen(path)) {
            await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());
        }
    }

    private static JsonNode begin(Operations operations) {
        return operations.as("").once("POST", "/v1/conversations", Map.of("channel", "web"));
    }

    private static String id(JsonNode begun) {
        return begun.path("id").asText();
    }

    private static String token(JsonNode begun) {
        return begun.path("token").asText();
    }
}
