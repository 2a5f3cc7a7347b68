package kefu.analytics.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events off the wire (WHATWG HTML, 9.2). */
final class SseReader implements AutoCloseable {
    record Message(String id, String event, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
    private final List<Message> seen = new ArrayList<>();

    private SseReader() {}

    static SseReader open(URI address, String token, String lastEventId) throws IOException, InterruptedException {
        var reader = new SseReader();
        var request = HttpRequest.newBuilder(address.resolve("/v1/insights/stream?window=5m"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        var response = reader.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new IOException("status " + response.statusCode());
        Thread.ofVirtual().start(() -> reader.read(response));
        return reader;
    }

    /** @return the next message; fails when none comes */
    Message next() throws InterruptedException {
        var message = arrived.poll(12, TimeUnit.SECONDS);
        if (message == null) throw new AssertionError("nothing more arrives");
        seen.add(message);
        return message;
    }

    List<Message> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read(HttpResponse<java.io.InputStream> response) {
        String id = null;
        String event = null;
        var data = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) id = line.substring(3).strip();
                if (line.startsWith("event:")) event = line.substring(6).strip();
                if (line.startsWith("data:")) data.append(line.substring(5).strip());
                if (line.isEmpty() && !data.isEmpty()) {
                    arrived.add(new Message(id, event, data.toString()));
                    data.setLength(0);
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            // the test has seen enough
        }
    }
}
