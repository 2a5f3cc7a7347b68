package kefu.inference.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole batches by writers of whom no model has learnt, nor chosen anything by: asked over HTTP, as customers ask. */
@QuarkusTest
class UnreadBatchesTest {
    private static final Path FOLDER = Path.of("src/test/resources/unread");
    private static final int LIST = 32;

    @ParameterizedTest
    @CsvSource({"zh/batch-17.csv, 0.88", "zh/batch-18.csv, 0.85"})
    void areUnderstoodByTheModelThatServes(Path file, double bar) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        var texts = Examples.unseen(List.of(FOLDER.resolve(file))).all();

        int right = 0;
        for (int from = 0; from < texts.size(); from += LIST)
            right += right(texts.subList(from, Math.min(texts.size(), from + LIST)));

        System.out.printf("%s: %d of %d right%n", file, right, texts.size());
        assertThat((double) right / texts.size()).isGreaterThan(bar);
    }

    private static int right(List<Example> texts) {
        List<String> intents = given().contentType(ContentType.JSON)
                .body(Map.of("text", texts.stream().map(Example::raw).toList()))
                .post("/v1/understand")
                .then()
                .statusCode(200)
                .extract()
                .path("intent");
        int right = 0;
        for (int i = 0; i < texts.size(); i++)
            if (intents.get(i).equals(texts.get(i).label())) right++;
        return right;
    }
}
