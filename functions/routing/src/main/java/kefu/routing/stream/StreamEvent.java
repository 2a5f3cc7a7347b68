package kefu.routing.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import kefu.model.Require;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of a stream.
 *
 * @param seq 1 for the first of its stream, then without gaps
 * @param kind what it says: {@code turn, customer_message, agent_joined, ..}
 * @param data its JSON
 */
public record StreamEvent(
        long seq,
        String kind,
        @JsonRawValue @Schema(implementation = Object.class) String data,
        Instant at) {
    public StreamEvent {
        Require.text(kind, "kind");
        Require.text(data, "data");
        Require.present(at, "at");
    }
}
