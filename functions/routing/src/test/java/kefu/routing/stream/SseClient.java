package kefu.routing.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of server-sent events, as a browser reads them: one thread reads, the test looks at what has come. */
public final class SseClient implements AutoCloseable {
    /** @param arrived {@link System#nanoTime} */
    public record Received(String id, String event, String data, long arrived) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InputStream body;
    private final List<Received> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final int status;
    private final String contentType;

    private SseClient(HttpResponse<InputStream> response) {
        body = response.body();
        status = response.statusCode();
        contentType = response.headers().firstValue("Content-Type").orElse("");
        Thread.ofVirtual().start(this::read);
    }

    /** @param lastEventId null for none */
    public static SseClient open(URI uri, String token, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        return new SseClient(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = null;
            String event = null;
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) comments.incrementAndGet();
                else if (line.startsWith("id:")) id = line.substring(3).strip();
                else if (line.startsWith("event:")) event = line.substring(6).strip();
                else if (line.startsWith("data:")) data.append(line.substring(5).strip());
                else if (line.isEmpty()) {
                    if (!data.isEmpty()) events.add(new Received(id, event, data.toString(), System.nanoTime()));
                    id = null;
                    event = null;
                    data.setLength(0);
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    public List<Received> events() {
        return events;
    }

    public List<String> ids() {
        return events.stream().map(Received::id).toList();
    }

    public List<String> kinds() {
        return events.stream().map(Received::event).toList();
    }

    public int comments() {
        return comments.get();
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
