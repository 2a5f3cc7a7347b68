package kefu.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import kefu.local.UserError;

/**
 * One function's API.
 *
 * @param token the bearer token; empty for an anonymous caller
 * @param patience how long an answer may take
 */
public record Api(HttpClient client, String url, String token, Duration patience) {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_RETRIES = 20;

    public static Api of(String url, String token) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Api(client, url, token, PATIENCE);
    }

    /** @return text as one segment of a path, where a space is no plus */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Api withToken(String other) {
        return new Api(client, url, other, patience);
    }

    public ApiAnswer get(String path) {
        return exchange(request(path).GET());
    }

    /** @param headers beside the usual ones, such as an {@code Idempotency-Key} */
    public ApiAnswer send(String method, String path, Object body, Map<String, String> headers) {
        var request = request(path).method(method, BodyPublishers.ofString(json(body)));
        request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        return exchange(request);
    }

    /** Asks again, after the time the function names, while it says that it has too much to do. */
    private ApiAnswer exchange(HttpRequest.Builder request) {
        try {
            for (int attempt = 0; ; attempt++) {
                var response = client.send(request.build(), BodyHandlers.ofString());
                if (response.statusCode() != 429 || attempt == MOST_RETRIES)
                    return new ApiAnswer(response.statusCode(), tree(response.body()));
                Thread.sleep(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
            }
        } catch (HttpConnectTimeoutException e) {
            throw nobody(e);
        } catch (HttpTimeoutException e) {
            throw new UserError(
                    url + " takes connections and did not answer within " + patience.toMillis() / 1000.0
                            + " s. Its log says why",
                    e);
        } catch (IOException e) {
            throw nobody(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    private UserError nobody(IOException e) {
        return new UserError("Nothing answers at " + url + ". Is Kefu running? ./kefu status; ./kefu up", e);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(patience);
        request.header("Accept", "application/json, application/problem+json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode tree(String body) {
        try {
            var tree = JSON.readTree(body);
            return tree == null ? JSON.missingNode() : tree;
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
