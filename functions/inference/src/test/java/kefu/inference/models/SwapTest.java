package kefu.inference.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SwapTest.WithFolder.class)
class SwapTest {
    private static final Path FOLDER = folder();

    public static class WithFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.jwt.verify.publickey", Tokens.publicKey(),
                    "kefu.inference.encoder.enabled", "false",
                    "kefu.inference.models", FOLDER.toString());
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("kefu-models");
            for (String version : List.of("1", "2"))
                Files.write(folder.resolve("shop-en-" + version + ".kefu"), en(version));
            byte[] file = en("cut");
            Files.write(folder.resolve("cut.kefu"), Arrays.copyOf(file, file.length / 2));
            file[file.length / 2] ^= 1;
            Files.write(folder.resolve("changed.kefu"), file);
            Files.writeString(folder.resolve("text.kefu"), "no model at all");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] en(String version) throws IOException {
        try (InputStream in = SwapTest.class.getResourceAsStream("/models/en.kefu")) {
            Model model = ModelFile.read(in.readAllBytes(), "en.kefu");
            Model.About a = model.about();
            return ModelFile.write(model.with(
                    new Model.About(a.name(), version, a.language(), a.encoder(), a.trainedOn(), a.metrics())));
        }
    }

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        activate("shop-en", "{\"version\": \"1\"}").statusCode(200);
    }

    @Test
    void theNextRequestGoesToTheModelActivatedAndAStartWillFindItAgain() throws IOException {
        activate("shop-en", "{\"path\": \"shop-en-2.kefu\"}")
                .statusCode(200)
                .body("version", equalTo("2"))
                .body("remembered", equalTo(true));
        assertThat(served(null)).isEqualTo("2");
        assertThat(Files.readString(FOLDER.resolve("active.properties"))).contains("en=shop-en@2");
        assertThat(new ModelFolder(java.util.Optional.of(FOLDER))
                        .first("en")
                        .orElseThrow()
                        .model()
                        .about()
                        .version())
                .isEqualTo("2");
        // The former one is still there for those who name it.
        assertThat(served("shop-en@1")).isEqualTo("1");
    }

    @Test
    void aCanaryGetsItsShareAndIsFoundByName() {
        activate("shop-en", "{\"version\": \"2\", \"percent\": 20}").statusCode(200);
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 50; i++) served.add(served(null));
        assertThat(served.stream().filter("2"::equals).count()).isBetween(8L, 12L);
        assertThat(served("shop-en@2")).isEqualTo("2");
        given().get("/v1/models")
                .then()
                .body("items.find { it.version == '2' }.state", equalTo("canary"))
                .body("items.find { it.version == '2' }.percent", equalTo(20))
                .body("items.find { it.version == '1' }.percent", equalTo(80));
        activate("shop-en", "{\"version\": \"1\"}").statusCode(200);
        activate("shop-en", "{\"version\": \"2\", \"percent\": 100}").statusCode(200);
        assertThat(served(null)).isEqualTo("2");
    }

    @Test
    void aModelThatIsNotLoadedIsNotFound() {
        given().contentType(ContentType.JSON)
                .header("Kefu-Model", "shop-en@77")
                .body(Map.of("text", "hello"))
                .post("/v1/understand")
                .then()
                .statusCode(404)
                .body("detail", containsString("Loaded are: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"path": "cut.kefu"}|422|cut short or was changed
            {"path": "changed.kefu"}|422|checksum
            {"path": "text.kefu"}|422|is no model file
            {"path": "none.kefu"}|422|no file none.kefu
            {"path": "../../etc/passwd"}|422|outside the models folder
            {"version": "77"}|422|there is no model shop-en@77
            {"version": "1", "path": "x"}|400|either version or path
            {}|400|either version or path
            {"version": "2", "percent": 101}|400|0 to 100
            """)
    void whatCannotServeIsRefusedAndTheOtherServesOn(String body, int status, String says) {
        activate("shop-en", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(says));
        assertThat(served(null)).isEqualTo("1");
        given().get("/v1/models").then().body("available.path", hasItem("cut.kefu"));
    }

    @Test
    void onlyAnAdminSwapsModels() {
        activate(Tokens.role("agent"), "shop-en", "{\"version\": \"2\"}").statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{\"version\": \"2\"}")
                .post("/v1/models/shop-en/activate")
                .then()
                .statusCode(401);
        assertThat(served(null)).isEqualTo("1");
    }

    @Test
    void noRequestIsDroppedWhileModelsAreSwapped() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        String url = ConfigProvider.getConfig().getValue("test.url", String.class) + "/v1/understand";
        HttpClient http = HttpClient.newHttpClient();
        Callable<List<String>> caller = () -> {
            List<String> answers = new ArrayList<>();
            while (on.get()) {
                var response = http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"text\": [\"where is my order\", \"hello\"]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                // One request is answered by one model.
                boolean mixed = response.body().contains("\"version\":\"1\"")
                        && response.body().contains("\"version\":\"2\"");
                answers.add(response.statusCode() + (mixed ? " mixed" : ""));
            }
            return answers;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> callers = new ArrayList<>();
            for (int c = 0; c < 4; c++) callers.add(threads.submit(caller));
            for (int swap = 0; swap < 10; swap++)
                activate("shop-en", "{\"version\": \"" + (swap % 2 + 1) + "\"}").statusCode(200);
            on.set(false);
            List<String> all = new ArrayList<>();
            for (var answers : callers) all.addAll(answers.get());
            assertThat(all).hasSizeGreaterThan(20).containsOnly("200");
        }
    }

    private static ValidatableResponse activate(String name, String body) {
        return activate(Tokens.role("admin"), name, body);
    }

    private static ValidatableResponse activate(String token, String name, String body) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .body(body)
                .post("/v1/models/" + name + "/activate")
                .then();
    }

    private static String served(String model) {
        var request = given().contentType(ContentType.JSON).body(Map.of("text", "where is my order"));
        if (model != null) request.header("Kefu-Model", model);
        return request.post("/v1/understand").then().statusCode(200).extract().path("servedBy.version");
    }
}
