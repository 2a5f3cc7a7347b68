package kefu.profiling.consent;

import static kefu.profiling.Shop.asAdmin;
import static kefu.profiling.Shop.asCustomer;
import static kefu.profiling.Shop.newCustomer;
import static kefu.profiling.Shop.tell;
import static kefu.profiling.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import kefu.model.event.Topics;
import kefu.profiling.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ConsentTest {
    private static final String NO_PERSONALISATION =
            "{\"personalisation\": false, \"analytics\": true, \"marketing\": false}";
    private static final String YES = "{\"personalisation\": true, \"analytics\": true, \"marketing\": true}";

    @Inject
    DataSource database;

    @Test
    void untilACustomerSaysSomethingTheDefaultHolds() {
        var customer = newCustomer();

        asCustomer(customer)
                .get("/v1/customers/{id}/consents", customer)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("personalisation", equalTo(true), "marketing", equalTo(false));
    }

    @Test
    void withoutPersonalisationWhatWasLearntIsForgottenAndNothingMoreIsLearnt() throws SQLException {
        var customer = newCustomer();
        tell(asCustomer(customer), view(customer, "p1")).statusCode(202);
        await().untilAsserted(() -> profile(customer).body("products", hasSize(1)));

        put(asCustomer(customer), customer, NO_PERSONALISATION).statusCode(200).header("ETag", "\"1\"");

        await().untilAsserted(() ->
                profile(customer).body("products", empty()).body("consents.personalisation", equalTo(false)));
        tell(asCustomer(customer), view(customer, "p2")).statusCode(202);
        await().until(() -> seen(customer) == 2);
        assertThat(count("tally", customer)).isZero();
        profile(customer).body("products", empty());
        await().untilAsserted(() -> assertThat(Kafka.records(Topics.PROFILES, customer))
                .last()
                .satisfies(last -> assertThat(last.value()).contains("\"products\":[]", "\"personalisation\":false")));
    }

    @Test
    void onceAllowedAgainTheProfileStartsAnew() {
        var customer = newCustomer();
        put(asCustomer(customer), customer, NO_PERSONALISATION).statusCode(200);
        put(asCustomer(customer), customer, YES).statusCode(200).header("ETag", "\"2\"");
        tell(asCustomer(customer), view(customer, "p3")).statusCode(202);

        await().untilAsserted(
                        () -> profile(customer).body("products", hasSize(1)).body("consents.marketing", equalTo(true)));
    }

    @Test
    void aChangeOverAnothersChangeIsRefused() {
        var customer = newCustomer();
        put(asCustomer(customer).header("If-Match", "\"0\""), customer, YES)
                .statusCode(200)
                .header("ETag", "\"1\"");

        put(asAdmin().header("If-Match", "\"0\""), customer, NO_PERSONALISATION)
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:kefu:problem:changed"));
        put(asAdmin().header("If-Match", "\"0\", \"1\""), customer, NO_PERSONALISATION)
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"personalisation\": true, \"analytics\": true}                                            | marketing is missing",
                "{\"personalisation\": true, \"analytics\": true, \"marketing\": true, \"cookies\": true}    | cookies: is not a field here",
                "{\"personalisation\": \"perhaps\", \"analytics\": true, \"marketing\": true}                | wrong kind",
                "{\"personalisation\":                                                                       | not valid JSON"
            })
    void aWrongChoiceSaysWhatIsWrong(String body, String detail) {
        put(asCustomer("c1"), "c1", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void nobodyChoosesForAnotherCustomer() {
        put(asCustomer("c2"), "c1", YES).statusCode(403);
        asCustomer("c2").get("/v1/customers/c1/consents").then().statusCode(403);
    }

    private static ValidatableResponse put(RequestSpecification caller, String customer, String body) {
        return caller.contentType(ContentType.JSON)
                .body(body)
                .put("/v1/customers/{id}/consents", customer)
                .then();
    }

    private static ValidatableResponse profile(String customer) {
        return asAdmin().get("/v1/customers/{id}/profile", customer).then().statusCode(200);
    }

    /** How many of this customer's interactions were read off their topic. */
    private int seen(String customer) throws SQLException {
        return query(
                "select count(*) from profiling.interaction i join profiling.inbox b using (event_id)"
                        + " where i.customer_id = ? and b.consumer = 'profile'",
                customer);
    }

    private int count(String table, String customer) throws SQLException {
        return query("select count(*) from profiling." + table + " where customer_id = ?", customer);
    }

    private int query(String sql, String customer) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, customer);
            var result = query.executeQuery();
            result.next();
            return result.getInt(1);
        }
    }
}
