package kefu.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Server-sent events as they come (WHATWG HTML, 9.2). */
final class EventStream implements AutoCloseable {
    /** @param id what {@code Last-Event-ID} resumes behind */
    record Event(String id, String kind, JsonNode data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;

    private EventStream(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(this::listen);
    }

    /** @param lastEventId empty for all from the first */
    static EventStream open(Http http, String path, String lastEventId) {
        var request = http.request(path).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) request.header("Last-Event-ID", lastEventId);
        var response = Http.exchange(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) throw new AssertionError("HTTP " + response.statusCode());
        return new EventStream(response.body());
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    private void listen() {
        var id = "";
        var kind = "message";
        var data = new StringBuilder();
        try {
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) id = line.substring(3).strip();
                else if (line.startsWith("event:")) kind = line.substring(6).strip();
                else if (line.startsWith("data:")) data.append(line.substring(5).strip());
                else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, kind, Http.read(data.toString())));
                    kind = "message";
                    data.setLength(0);
                }
            }
        } catch (java.io.UncheckedIOException | IllegalStateException closed) {
            // The test has seen enough.
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
