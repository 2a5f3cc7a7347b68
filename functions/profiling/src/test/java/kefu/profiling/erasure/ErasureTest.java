package kefu.profiling.erasure;

import static kefu.profiling.Shop.as;
import static kefu.profiling.Shop.asAdmin;
import static kefu.profiling.Shop.asCustomer;
import static kefu.profiling.Shop.newCustomer;
import static kefu.profiling.Shop.tell;
import static kefu.profiling.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import kefu.chassis.event.Wire;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.Topics;
import kefu.profiling.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ErasureTest {
    @Inject
    DataSource database;

    @Inject
    Wire wire;

    @Test
    void nothingButTheErasureIsLeftOfAnErasedCustomer() throws SQLException {
        var customer = known();
        assertThat(rows(customer)).containsKeys("interaction", "data_key", "tally", "profile", "consent");

        erase(customer).statusCode(202).body("status", equalTo("requested"));

        await().untilAsserted(() -> erasure(customer).body("confirmed.function", hasItem("profiling")));
        assertThat(rows(customer).keySet()).containsExactlyInAnyOrder("erasure", "erasure_confirmation");
        asAdmin()
                .get("/v1/customers/{id}/profile", customer)
                .then()
                .body("products", hasSize(0), "version", equalTo(0));
    }

    @Test
    void kafkaForgetsTheProfileAndEveryFunctionIsAsked() throws SQLException {
        var customer = known();

        erase(customer).statusCode(202);

        await().untilAsserted(() -> assertThat(Kafka.records(Topics.PROFILES, customer))
                .last()
                .satisfies(last -> assertThat(last.value()).isNull()));
        await().untilAsserted(() -> assertThat(Kafka.records(Topics.ERASURES, customer))
                .extracting(e -> Kafka.header(e, "ce_type"))
                .containsExactly("kefu.erasure.requested.v1", "kefu.erasure.confirmed.v1"));
    }

    @Test
    void anErasureIsCompleteOnceEveryFunctionHasConfirmed() throws SQLException {
        var customer = known();
        erase(customer)
                .statusCode(202)
                .body("missing", contains("analytics", "profiling", "recommendation", "routing"));
        await().untilAsserted(
                        () -> erasure(customer).body("missing", contains("analytics", "recommendation", "routing")));

        for (var function : List.of("routing", "recommendation", "analytics")) confirm(customer, function);

        await().untilAsserted(() -> erasure(customer)
                .body("status", equalTo("complete"))
                .body("confirmed", hasSize(4))
                .body("missing", hasSize(0)));
    }

    @Test
    void whatHappenedBeforeAnErasureDoesNotComeBack() throws SQLException {
        var customer = known();
        erase(customer).statusCode(202);
        await().untilAsserted(() -> erasure(customer).body("confirmed.function", hasItem("profiling")));

        tell(asCustomer(customer), view(customer, "p9"))
                .statusCode(400)
                .body("errors[0].field", equalTo("0.at"), "detail", containsString("erased"));
        tell(asCustomer(customer), "{\"kind\": \"view\", \"productId\": \"p10\"}")
                .statusCode(202);

        await().untilAsserted(() ->
                asAdmin().get("/v1/customers/{id}/profile", customer).then().body("products.name", contains("p10")));
    }

    @Test
    void anExportHoldsAllThatIsKnown() throws SQLException {
        var customer = known();

        asCustomer(customer)
                .get("/v1/customers/{id}/export", customer)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(customer))
                .body("holdings.interactions.interaction.productId", contains("p1"))
                .body("holdings.profile.products.name", contains("p1"))
                .body("holdings.consents.consents.marketing", equalTo(true))
                .body("holdings.evidence.tallies.key.name", hasItem("p1"));
    }

    @Test
    void nobodyExportsOrErasesAnotherCustomer() {
        asCustomer("c2").get("/v1/customers/c1/export").then().statusCode(403);
        asCustomer("c2").delete("/v1/customers/c1").then().statusCode(403);
        as(Tokens.role("agent")).delete("/v1/customers/c1").then().statusCode(403);
        asCustomer("c1").get("/v1/customers/c1/erasure").then().statusCode(404).contentType("application/problem+json");
    }

    /** A customer of whom there is something in every table. */
    private String known() throws SQLException {
        var customer = newCustomer();
        tell(asCustomer(customer).header("Idempotency-Key", "k"), view(customer, "p1"))
                .statusCode(202);
        asCustomer(customer)
                .contentType(ContentType.JSON)
                .body("{\"personalisation\": true, \"analytics\": true, \"marketing\": true}")
                .put("/v1/customers/{id}/consents", customer)
                .then()
                .statusCode(200);
        await().untilAsserted(() -> asAdmin()
                .get("/v1/customers/{id}/profile", customer)
                .then()
                .body("products", hasSize(1), "consents.marketing", equalTo(true)));
        return customer;
    }

    private void confirm(String customer, String function) {
        var now = Instant.now();
        var confirmed = new ErasureConfirmed(Ids.next(), now, now, customer, function, 3);
        Kafka.send(confirmed.topic(), confirmed.key(), wire.write(confirmed));
    }

    private static ValidatableResponse erase(String customer) {
        return asCustomer(customer).delete("/v1/customers/{id}", customer).then();
    }

    private static ValidatableResponse erasure(String customer) {
        return asCustomer(customer)
                .get("/v1/customers/{id}/erasure", customer)
                .then()
                .statusCode(200);
    }

    /** @return how many rows speak of a customer, by table: of every table there is, so that none can be forgotten */
    private Map<String, Integer> rows(String customer) throws SQLException {
        var rows = new TreeMap<String, Integer>();
        try (var connection = database.getConnection();
                var query = connection.createStatement()) {
            var tables = new ArrayList<String>();
            var found = query.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = 'profiling' and table_name not in ('outbox', 'inbox')");
            while (found.next()) tables.add(found.getString(1));
            for (var table : tables) {
                var count = query.executeQuery(
                        "select count(*) from profiling." + table + " t where t::text like '%" + customer + "%'");
                count.next();
                if (count.getInt(1) > 0) rows.put(table, count.getInt(1));
            }
        }
        return rows;
    }
}
