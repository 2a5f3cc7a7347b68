package kefu.inference.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kefu.inference.models.InferenceConfig;

/** A language model at an endpoint that speaks OpenAI's chat completions, streamed. */
@ApplicationScoped
class LanguageModel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTRUCTION = """
            You reword a message of a shop's customer service so that it sounds natural and kind. Say exactly what the \
            message says, in %s, briefly. Use only the facts given. Never add a number, date, name, price or promise. \
            Answer with the reworded message alone.""";

    private final InferenceConfig.Generation config;
    private final HttpClient http;

    LanguageModel(InferenceConfig config) {
        this.config = config.generation();
        this.http = HttpClient.newBuilder()
                .connectTimeout(this.config.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    boolean isConfigured() {
        return config.url().isPresent();
    }

    String name() {
        return config.model();
    }

    /**
     * Streams a rewording.
     *
     * @param more told of each piece of text; false to have no more
     * @throws IOException when the endpoint fails, is too slow, or its stream ends before it says so
     */
    void stream(Wording wording, Predicate<String> more) throws IOException {
        long deadline = System.nanoTime() + config.timeout().toNanos();
        HttpResponse<InputStream> response = send(request(wording));
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) throw new IOException("the endpoint answered " + response.statusCode());
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            CompletableFuture.delayedExecutor(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS)
                    .execute(() -> close(body));
            read(body, more);
        } catch (IOException e) {
            if (System.nanoTime() >= deadline) throw new IOException("no end within " + config.timeout(), e);
            throw e;
        }
    }

    private static void read(InputStream body, Predicate<String> more) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("data:")) continue;
            String data = line.substring(5).strip();
            if (data.equals("[DONE]")) return;
            JsonNode choice = JSON.readTree(data).path("choices").path(0);
            String piece = choice.path("delta").path("content").asText("");
            if (!piece.isEmpty() && !more.test(piece)) return;
            if (choice.path("finish_reason").asText("").equals("length"))
                throw new IOException("the text was cut at its longest");
        }
        throw new IOException("the stream ended before the text did");
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpRequest request(Wording wording) throws IOException {
        String facts = wording.facts().isEmpty() ? "" : "\n\nFacts:\n- " + String.join("\n- ", wording.facts());
        Map<String, Object> body = Map.of(
                "model", config.model(),
                "stream", true,
                "temperature", 0.3,
                "max_tokens", config.mostTokens(),
                "messages",
                        List.of(
                                Map.of(
                                        "role",
                                        "system",
                                        "content",
                                        INSTRUCTION.formatted(wording.chinese() ? "Simplified Chinese" : "English")),
                                Map.of("role", "user", "content", "Message:\n" + wording.template() + facts)));
        String url = config.url().orElseThrow().toString().replaceAll("/+$", "") + "/chat/completions";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (config.keyFile().isPresent())
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(config.keyFile().get()).strip());
        return request.build();
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // It is read no more.
        }
    }
}
