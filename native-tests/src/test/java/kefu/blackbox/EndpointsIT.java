package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.local.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every function answers to whoever runs it. */
@ExtendWith(WithKefu.class)
class EndpointsIT {
    private final RunningKefu kefu;

    EndpointsIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @ParameterizedTest
    @CsvSource({
        "INFERENCE, /v1/understand",
        "PROFILING, /v1/customers/{id}/profile",
        "ROUTING, /v1/conversations/{id}/turns",
        "RECOMMENDATION, /v1/recommendations",
        "ANALYTICS, /v1/insights/summary"
    })
    void tellHealthMetricsAndApi(Function function, String path) {
        var health = Http.read(body(function, "/q/health"));
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(Http.read(body(function, "/q/health/live")).path("status").asText())
                .isEqualTo("UP");

        // Whatever it answers, it is counted.
        Http.exchange(
                new Http(kefu.url(function), "")
                        .request(path.replace("{id}", "any"))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(body(function, "/q/metrics"))
                .contains("http_server_requests_seconds_count", "jvm_memory_used_bytes");

        var api = Http.read(body(function, "/q/openapi?format=json"));
        assertThat(api.path("paths").has(path)).as("%s in %s", path, api).isTrue();
        assertThat(api.at("/info/title").asText()).isNotEmpty();
        assertThat(api.at("/components/schemas").has("FileSystem")).isFalse();
        assertThat(api.at("/components/schemas/Problem/properties/detail/type").asText())
                .isEqualTo("string");
        var first = api.path("paths").path(path).elements().next();
        assertThat(first.at("/responses/default/content").has("application/problem+json"))
                .as("what %s answers to: %s", path, first)
                .isTrue();
    }

    /** What a function cannot answer without. Recommendation answers from memory while the database is away. */
    @ParameterizedTest
    @CsvSource({
        "INFERENCE, models, false",
        "PROFILING, Database connections health check, true",
        "ROUTING, Database connections health check, true",
        "RECOMMENDATION, model, false",
        "ANALYTICS, Database connections health check, true"
    })
    void areReadyByWhatTheyNeed(Function function, String need, boolean database) {
        var ready = Http.read(body(function, "/q/health/ready"));

        assertThat(ready.path("status").asText()).isEqualTo("UP");
        var names = ready.path("checks").findValuesAsText("name");
        assertThat(names).contains(need);
        assertThat(names.contains("Database connections health check")).isEqualTo(database);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void analyticsTakesItsStoresLibraryFromWhereItLiesUnpacked() throws Exception {
        assertThat(libraries(Function.ANALYTICS))
                .filteredOn(line -> line.contains("rocksdb"))
                .isNotEmpty()
                .allMatch(line -> line.contains("/target/native-libraries/"));
    }

    /** It takes time at each start, and a killed process leaves it there. */
    @ParameterizedTest
    @EnumSource(Function.class)
    @EnabledOnOs(OS.LINUX)
    void unpackNoLibraryWhenTheyStart(Function function) throws Exception {
        assertThat(libraries(function))
                .filteredOn(line -> line.contains(System.getProperty("java.io.tmpdir")))
                .allMatch(line -> line.contains(kefu.repository().toString()));
    }

    private List<String> libraries(Function function) throws IOException {
        var mapped = Path.of("/proc/" + kefu.process(function).pid() + "/maps");
        return Files.readAllLines(mapped).stream()
                .filter(line -> line.contains(".so") || line.contains(".tmp"))
                .toList();
    }

    private String body(Function function, String path) {
        var request = new Http(kefu.url(function), "").request(path).GET().build();
        var response = Http.exchange(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
