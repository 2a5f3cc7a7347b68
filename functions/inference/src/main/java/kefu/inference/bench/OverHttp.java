package kefu.inference.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Asks a running inference function, one text at a time and lists of 32. */
final class OverHttp {
    static final int LIST = 32;
    /** From then on its compilers have seen what serving takes; a function serves for hours. */
    private static final int WARM_UP = 3_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI understand;

    /** @param url of the function, {@code http://localhost:8081} */
    OverHttp(String url) {
        this.understand = URI.create(url.replaceAll("/+$", "") + "/v1/understand");
    }

    /** Asks in turn until a function that has just started serves as one that has been there for a while. */
    void warmUp(List<String> texts) {
        for (int i = 0; i < WARM_UP; i++) ask(texts.get(i % texts.size()));
    }

    /** @return how long a text takes, asked alone */
    Timing single(String text, int runs) {
        return Timing.of(runs, () -> ask(text));
    }

    /** @return how long a list of texts takes */
    Timing list(String text, int runs) {
        List<String> list = Collections.nCopies(LIST, text);
        return Timing.of(runs, () -> ask(list));
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
}
