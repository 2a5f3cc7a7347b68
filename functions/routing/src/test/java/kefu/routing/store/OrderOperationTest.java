package kefu.routing.store;

import static io.restassured.RestAssured.given;
import static kefu.routing.store.ShopFixture.as;
import static kefu.routing.store.ShopFixture.customer;
import static kefu.routing.store.ShopFixture.operate;
import static kefu.routing.store.ShopFixture.order;
import static kefu.routing.store.ShopFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kefu.model.event.OrderChanged;
import kefu.model.event.Topics;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations over HTTP: previewed, agreed, done once, proven, refused with the rule. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class OrderOperationTest {
    @Inject
    ShopFixture shop;

    @Inject
    Store store;

    private String yesterday;

    @BeforeEach
    void theShopSellsAShirt() {
        yesterday = shop.yesterday();
        shop.sellAShirtTo("c-http", "c-other");
    }

    @Test
    void anOperationIsPreviewedDoneOnceAndProven() {
        put("orders", List.of(order("#W7007", "c-http", "pending", yesterday))).statusCode(200);
        var change = Map.of("changes", Map.of("shirt-s", "shirt-m"), "paymentMethodId", "c-http-gift");

        var lines = as("customer", "c-http")
                .body(Map.of("name", "changeOrderItems", "arguments", change, "dryRun", true))
                .post("/v1/store/orders/W7007/operations")
                .then()
                .statusCode(200)
                .body("status", is("previewed"))
                .body("receipt", nullValue())
                .body("lines.en", hasItem("3.00 USD is charged to your gift card."))
                .extract()
                .path("lines");
        assertThat(store.order("#W7007").orElseThrow().status().json()).isEqualTo("pending");

        var agreed = Map.of("name", "changeOrderItems", "arguments", change, "agreed", lines);
        var done = as("customer", "c-http")
                .header("Idempotency-Key", "key-7007")
                .body(agreed)
                .post("/v1/store/orders/%23W7007/operations")
                .then()
                .statusCode(200)
                .body("status", is("done"))
                .body("receipt.after.order.status", is("pending_items_modified"))
                .body("receipt.asker.kind", is("customer"))
                .extract();
        as("customer", "c-http")
                .header("Idempotency-Key", "key-7007")
                .body(agreed)
                .post("/v1/store/orders/%23W7007/operations")
                .then()
                .statusCode(200)
                .body("receipt.id", is(done.<String>path("receipt.id")));

        var customer = store.customer("c-http").orElseThrow();
        assertThat(customer.paymentMethod("c-http-gift").orElseThrow().balance())
                .isEqualByComparingTo("117");
        as("customer", "c-http")
                .get("/v1/store/receipts/" + done.path("receipt.id"))
                .then()
                .statusCode(200)
                .body("intact", is(true))
                .body("arguments.orderId", is("#W7007"))
                .body("agreed", equalTo(lines));
        as("customer", "c-other")
                .get("/v1/store/receipts/" + done.path("receipt.id"))
                .then()
                .statusCode(403);
        as("agent", "ann")
                .get("/v1/store/orders/W7007/receipts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        var told = (OrderChanged)
                shop.awaitEvent(Topics.ORDERS, "#W7007", e -> e instanceof OrderChanged o && o.operation() != null);
        assertThat(told.operation()).isEqualTo("changeOrderItems");
        assertThat(told.items().getFirst().variantId()).isEqualTo("shirt-m");
    }

    @Test
    void aYesToOtherLinesThanHoldNowDoesNothing() {
        put("orders", List.of(order("#W7008", "c-http", "pending", yesterday))).statusCode(200);

        operate(
                        "customer",
                        "c-http",
                        "W7008",
                        Map.of(
                                "name", "cancelOrder",
                                "arguments", Map.of("reason", "no longer needed"),
                                "agreed", List.of(Map.of("en", "Nothing happens.", "zh", "什么都不做。"))))
                .statusCode(422)
                .body("type", is("urn:kefu:problem:preview.changed"));
        assertThat(store.order("#W7008").orElseThrow().status().json()).isEqualTo("pending");
    }

    @Test
    void aRefusalNamesTheRuleInTheCallersLanguage() {
        put("orders", List.of(order("#W7009", "c-http", "shipped", yesterday))).statusCode(200);
        var cancel = Map.of("name", "cancelOrder", "arguments", Map.of("reason", "ordered by mistake"));

        operate("agent", "ann", "W7009", cancel)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("urn:kefu:problem:cancelOrder.status"))
                .body("detail", containsString("has been shipped, so it cannot be cancelled any more"));
        as("agent", "ann")
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .body(cancel)
                .post("/v1/store/orders/W7009/operations")
                .then()
                .statusCode(422)
                .body("detail", containsString("已经发货，无法取消"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name is missing",
                "{\"name\": \"sellOrder\"} | there is no operation sellOrder",
                "{\"name\": \"cancelOrder\"} | cancelOrder.reason is missing",
                "{\"name\": \"urgeOrder\", \"arguments\": {\"orderId\": \"#W1\"}} | orderId is #W1",
                "{\"name\": \"urgeOrder\", \"arguments\": {\"soon\": true}} | urgeOrder.soon is not an argument here",
                "{\"name\": \"urgeOrder\", \"when\": 1} | is not a field here",
                "{\"name\": | not valid JSON"
            })
    void aMistakeInAnOperationIsNamed(String body, String mistake) {
        put("orders", List.of(order("#W7010", "c-http", "pending", yesterday))).statusCode(200);

        as("customer", "c-http")
                .body(body)
                .post("/v1/store/orders/W7010/operations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(mistake));
    }

    @Test
    void nobodyOperatesOnSomebodyElsesOrderOrWithoutATokenOrUnderAUsedKey() {
        put("orders", List.of(order("#W7011", "c-http", "pending", yesterday))).statusCode(200);
        var urge = Map.of("name", "urgeOrder");

        operate("customer", "c-other", "W7011", urge).statusCode(403);
        given().contentType("application/json")
                .body(urge)
                .post("/v1/store/orders/W7011/operations")
                .then()
                .statusCode(401);
        as("customer", "c-http")
                .header("Idempotency-Key", "key-7011")
                .body(urge)
                .post("/v1/store/orders/W7011/operations")
                .then()
                .statusCode(200);
        as("customer", "c-http")
                .header("Idempotency-Key", "key-7011")
                .body(Map.of("name", "cancelOrder", "arguments", Map.of("reason", "no longer needed")))
                .post("/v1/store/orders/W7011/operations")
                .then()
                .statusCode(409);
        operate("customer", "c-http", "W7011", urge).statusCode(422).body("type", is("urn:kefu:problem:urge.today"));
    }

    @Test
    void aCustomersAddressChangesOverTheirOwnDoor() {
        var move = Map.of("name", "changeCustomerAddress", "arguments", Map.of("address", Map.of("line1", "龙井路 1 号")));

        as("customer", "c-other")
                .body(move)
                .post("/v1/store/customers/c-other/operations")
                .then()
                .statusCode(200)
                .body("receipt.after.address.line1", is("龙井路 1 号"));
        assertThat(store.customer("c-other").orElseThrow().address().line1()).isEqualTo("龙井路 1 号");
        as("customer", "c-other")
                .body(move)
                .post("/v1/store/customers/c-http/operations")
                .then()
                .statusCode(403);
        as("customer", "c-other")
                .body(Map.of("name", "urgeOrder"))
                .post("/v1/store/customers/c-other/operations")
                .then()
                .statusCode(400);
    }

    @Test
    void aFallenPriceIsRefunded() {
        put("orders", List.of(order("#W7012", "c-http", "delivered", yesterday)))
                .statusCode(200);

        operate("customer", "c-http", "W7012", Map.of("name", "refundPriceDifference"))
                .statusCode(200)
                .body("lines[0].zh", is("亚麻衬衫：购买价 49.00 USD，现价 45.00 USD。"));
        operate("customer", "c-http", "W7012", Map.of("name", "refundPriceDifference"))
                .statusCode(422)
                .body("type", is("urn:kefu:problem:price.notFallen"));
    }
}
