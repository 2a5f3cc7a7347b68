package kefu.inference.openinference;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpenInferenceTest {
    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/v2/health/ready").statusCode() == 200);
    }

    @Test
    void theServerAndItsModelsSayWhatTheyAre() {
        given().get("/v2/health/live").then().statusCode(200).body("live", equalTo(true));
        given().get("/v2").then().statusCode(200).body("name", equalTo("kefu-inference"));
        given().get("/v2/models/shop-en/ready").then().statusCode(200).body("ready", equalTo(true));
        String version = given().get("/v2/models/shop-en")
                .then()
                .statusCode(200)
                .body("inputs[0].datatype", equalTo("BYTES"))
                .body("outputs.name", contains("intent", "confidence", "probabilities", "embedding"))
                .extract()
                .path("versions[0]");
        given().get("/v2/models/shop-en/versions/" + version + "/ready").then().statusCode(200);
        given().get("/v2/models/shop-en/versions/none").then().statusCode(404).body("error", containsString("none"));
    }

    @Test
    void textsBecomeTensors() {
        infer("shop-en", """
                {"id": "r1", "inputs": [{"name": "text", "shape": [2], "datatype": "BYTES",
                 "data": ["where is my order", "can i talk to a real person"]}]}""")
                .statusCode(200)
                .body("id", equalTo("r1"))
                .body("model_name", equalTo("shop-en"))
                .body("outputs.name", contains("intent", "confidence", "probabilities", "embedding"))
                .body("outputs[0].data", contains("order.status", "human.request"))
                .body("outputs[1].data[0]", greaterThan(0.2f))
                .body("outputs[2].shape", contains(2, 45))
                .body("outputs[2].data", hasSize(90))
                .body("outputs[2].parameters.labels", hasItem("order.status"))
                .body("outputs[3].shape", contains(2, 384))
                .body("outputs[3].data", hasSize(768));
    }

    @Test
    void onlyTheOutputsAskedForAreAnswered() {
        infer("shop-zh", """
                {"inputs": [{"name": "text", "shape": [1, 1], "datatype": "BYTES", "data": [["转人工"]]}],
                 "outputs": [{"name": "intent"}]}""")
                .statusCode(200)
                .body("outputs", hasSize(1))
                .body("outputs[0].data[0]", equalTo("human.request"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"inputs": []}|one tensor
            {}|one tensor
            []|no JSON object
            {"inputs|not valid JSON
            {"inputs": [{"name": "text", "shape": [1], "datatype": "FP32", "data": [1]}]}|BYTES
            {"inputs": [{"name": "text", "shape": [1], "datatype": "BYTES", "data": [1]}]}|texts
            {"inputs": [{"name": "text", "shape": [2], "datatype": "BYTES", "data": ["hi"]}]}|does not fit
            {"inputs": [{"name": "text", "shape": [1], "datatype": "BYTES", "data": [""]}]}|empty
            {"inputs": [{"name": "t", "shape": [1], "datatype": "BYTES", "data": ["x"]}], "outputs": [{"name": "y"}]}|no output y
            """)
    void whatIsWrongIsSaidAsTheProtocolHasIt(String body, String says) {
        infer("shop-en", body).statusCode(400).body("error", containsString(says));
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] body =
                "{\"inputs\": [{\"name\": \"text\", \"shape\": [1], \"datatype\": \"BYTES\", \"data\": [\"??\"]}]}"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < body.length; i++) if (body[i] == '?') body[i] = (byte) 0xC3;
        given().contentType("application/octet-stream")
                .body(body)
                .post("/v2/models/shop-en/infer")
                .then()
                .statusCode(400)
                .body("error", containsString("UTF-8"));
    }

    @Test
    void anUnknownModelIsNotFound() {
        infer("shop-fr", "{}").statusCode(404).body("error", containsString("shop-fr"));
    }

    private static ValidatableResponse infer(String model, String body) {
        return given().contentType("application/json; charset=utf-8")
                .body(body)
                .post("/v2/models/" + model + "/infer")
                .then();
    }
}
