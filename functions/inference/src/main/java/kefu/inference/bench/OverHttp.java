package kefu.inference.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Asks a running inference function, one text at a time and lists of 32. */
final class OverHttp {
    private static final int WARM_UP = 200;
    private static final int LIST = 32;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI understand;

    /** @param url of the function, {@code http://localhost:8081} */
    OverHttp(String url) {
        this.understand = URI.create(url.replaceAll("/+$", "") + "/v1/understand");
    }

    /** Puts the times of a language's text among the others. */
    void time(String language, String text, int runs, Map<String, Timing> into) {
        List<Double> wall = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        for (int i = -Math.min(WARM_UP, runs); i < runs; i++) {
            long begun = System.nanoTime();
            JsonNode answer = ask(text);
            double millis = (System.nanoTime() - begun) / 1e6;
            if (i < 0) continue;
            wall.add(millis);
            added.add(millis - answer.path("modelMillis").asDouble());
        }
        into.put(language + " over http", timing(wall));
        into.put(language + " over http, around the model", timing(added));
        List<String> list = Collections.nCopies(LIST, text);
        into.put(language + " list of 32 over http", Timing.of(Math.max(10, runs / 10), () -> ask(list)));
    }

    private JsonNode ask(Object text) {
        try {
            var request = HttpRequest.newBuilder(understand)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("text", text))))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200)
                throw new IllegalStateException(understand + " answered " + response.statusCode());
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(understand + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Timing timing(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Timing(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }
}
