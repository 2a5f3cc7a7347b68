package kefu.routing.store;

import static io.restassured.RestAssured.given;
import static kefu.routing.store.ShopFixture.admin;
import static kefu.routing.store.ShopFixture.as;
import static kefu.routing.store.ShopFixture.customer;
import static kefu.routing.store.ShopFixture.operate;
import static kefu.routing.store.ShopFixture.order;
import static kefu.routing.store.ShopFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.OrderChanged;
import kefu.model.event.Topics;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of the shop over HTTP: who reads and writes them, in bulk and one by one, and what is left of a forgotten one. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class StoreHttpTest {
    @Inject
    ShopFixture shop;

    @Inject
    Store store;

    @Inject
    Clock clock;

    private String yesterday;

    @BeforeEach
    void theShopSellsAShirt() {
        yesterday = shop.yesterday();
        shop.sellAShirtTo("c-http", "c-other");
    }

    @Test
    void anOrderIsShownToItsCustomerAndToStaffAlone() {
        put("orders", List.of(order("#W7001", "c-http", "pending", yesterday))).statusCode(200);

        as("customer", "c-http")
                .get("/v1/store/orders/%23W7001")
                .then()
                .statusCode(200)
                .body("id", is("#W7001"));
        for (var spelling : List.of("W7001", "w7001", "7001"))
            as("agent", "ann")
                    .get("/v1/store/orders/" + spelling)
                    .then()
                    .statusCode(200)
                    .body("id", is("#W7001"));
        as("customer", "c-other")
                .get("/v1/store/orders/W7001")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body(not(containsString("文三路")));
        as("analyst", "dan").get("/v1/store/orders/W7001").then().statusCode(403);
        given().get("/v1/store/orders/W7001").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        as("agent", "ann").get("/v1/store/orders/W9999999").then().statusCode(404);
        as("customer", "c-other").get("/v1/store/customers/c-http").then().statusCode(403);
        as("customer", "c-http")
                .get("/v1/store/customers/c-http")
                .then()
                .statusCode(200)
                .body("lastName", is("陈"));
        given().get("/v1/store/products/shirt").then().statusCode(200).body("variants", hasSize(2));
        for (int limit : List.of(0, 201))
            given().queryParam("limit", limit)
                    .get("/v1/store/products")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("limit"));
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        var order = order("#W7002", "c-http", "pending", yesterday);
        var first = put("orders/W7002", order).statusCode(200).extract().header("ETag");

        as("agent", "ann")
                .header("If-None-Match", first)
                .get("/v1/store/orders/W7002")
                .then()
                .statusCode(304);
        var second = admin().header("If-Match", first)
                .body(order("#W7002", "c-http", "shipped", yesterday))
                .put("/v1/store/orders/%23W7002")
                .then()
                .statusCode(200)
                .body("status", is("shipped"))
                .extract()
                .header("ETag");
        assertThat(second).isNotEqualTo(first);
        admin().header("If-Match", first)
                .body(order)
                .put("/v1/store/orders/W7002")
                .then()
                .statusCode(412);
        admin().header("If-Match", first)
                .body(order("#W7999", "c-http", "pending", yesterday))
                .put("/v1/store/orders/W7999")
                .then()
                .statusCode(412);
        as("customer", "c-http")
                .contentType("application/json")
                .body(order)
                .put("/v1/store/orders/W7002")
                .then()
                .statusCode(403);
    }

    @Test
    void aBadRecordIsReportedAndTheOthersAreTaken() {
        var good = order("#W7003", "c-http", "pending", yesterday);
        put(
                        "orders",
                        List.of(
                                good,
                                order("#W7004", "c-http", "lost", yesterday),
                                Map.of("id", "#W7005", "customerId", "c-http", "status", "pending"),
                                "no order"))
                .statusCode(200)
                .body("accepted", is(1))
                .body("rejected.index", equalTo(List.of(1, 2, 3)))
                .body("rejected[0].reason", containsString("status must be one of"))
                .body("rejected[1].reason", is("items is empty"))
                .body("rejected[2].reason", is("must be an object"));
        put("customers", List.of(Map.of("id", "c-bad", "paymentMethods", List.of(Map.of("id", "x", "kind", "cash")))))
                .body("accepted", is(0))
                .body("rejected[0].reason", containsString("paymentMethods.kind must be one of"));
        put("orders", IntStream.range(0, 201).mapToObj(_ -> good).toList()).statusCode(413);
        put("orders", Map.of()).statusCode(400);
        put("orders", "[{").statusCode(400).contentType("application/problem+json");
        put("orders/W1", good).statusCode(400).body("detail", containsString("the address names W1"));
    }

    @Test
    void anImportedOrderIsToldOnceAndItsAmountsStayExact() {
        var order = new java.util.HashMap<>(order("#W7006", "c-http", "pending", yesterday));
        order.put(
                "items",
                List.of(Map.of(
                        "productId",
                        "shirt",
                        "variantId",
                        "shirt-s",
                        "name",
                        Map.of("en", "Linen Shirt", "zh", "亚麻衬衫"),
                        "price",
                        new java.math.BigDecimal("1234567890123.10"))));
        var tag = put("orders/W7006", order).statusCode(200).extract().header("ETag");

        assertThat(store.order("#W7006").orElseThrow().items().getFirst())
                .extracting("name", "price")
                .containsExactly("Linen Shirt", new java.math.BigDecimal("1234567890123.10"));
        var told = (OrderChanged) shop.awaitEvent(Topics.ORDERS, "#W7006", e -> e instanceof OrderChanged);
        assertThat(told.operation()).isNull();
        assertThat(told.total()).isEqualByComparingTo("1234567890123.10");
        put("orders/W7006", order).statusCode(200).header("ETag", is(tag));
    }

    @Test
    void aForgottenCustomerLeavesSumsBehindThatBelongToNobody() {
        put("customers", List.of(customer("c-gone"))).statusCode(200);
        put("orders", List.of(order("#W7013", "c-gone", "pending", yesterday))).statusCode(200);
        var receipt = operate("customer", "c-gone", "W7013", Map.of("name", "urgeOrder"))
                .statusCode(200)
                .extract()
                .<String>path("receipt.id");

        var now = clock.instant();
        shop.publish(List.of(new ErasureRequested("erasure-gone", now, now, "c-gone")));

        var confirmed = (ErasureConfirmed) shop.awaitEvent(
                Topics.ERASURES,
                "c-gone",
                e -> e instanceof ErasureConfirmed c && c.function().equals("routing"));
        assertThat(confirmed.erased()).isEqualTo(3);
        shop.awaitEvent(Topics.ORDERS, "#W7013", e -> e == null);
        assertThat(store.customer("c-gone")).isEmpty();
        assertThat(store.customerByEmail("c-gone@example.com")).isEmpty();
        var order = store.order("#W7013").orElseThrow();
        assertThat(order.customerId()).isEqualTo("erased");
        assertThat(order.address()).isNull();
        assertThat(order.total()).isEqualByComparingTo("49");
        as("agent", "ann")
                .get("/v1/store/receipts/" + receipt)
                .then()
                .statusCode(200)
                .body("intact", is(true))
                .body(not(containsString("c-gone")))
                .body(not(containsString("文三路")));
    }
}
