package kefu.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kefu.model.event.Event;

/**
 * Turns events into the JSON that Kafka carries, and back. Thread-safe. A native build sees what REST endpoints take and
 * give, not what goes through here: so every event is registered, with all it holds.
 */
@Singleton
@RegisterForReflection(targets = Event.class, registerFullHierarchy = true)
public class Wire {
    private final ObjectMapper json;

    Wire(ObjectMapper json) {
        // A consumer that is older than the producer meets fields it does not know: they are only ever added.
        this.json = json.copy()
                .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    }

    public String write(Event event) {
        try {
            // As an Event, so that the type is written.
            return json.writerFor(Event.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable: " + event.typeName(), e);
        }
    }

    /** @throws UnreadableEvent when this is no event of Kefu's; the message says why */
    public Event read(byte[] data) {
        try {
            return json.readValue(data, Event.class);
        } catch (IOException e) {
            throw new UnreadableEvent(e.getMessage(), e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
