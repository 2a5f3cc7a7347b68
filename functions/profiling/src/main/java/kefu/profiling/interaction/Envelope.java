package kefu.profiling.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;

/**
 * A CloudEvent around an interaction, or none around plain JSON. Source: CloudEvents 1.0.2, JSON format and HTTP binding.
 *
 * @param time when it happened, in the text of RFC 3339
 */
record Envelope(
        Optional<String> id,
        String source,
        Optional<String> subject,
        Optional<String> time,
        String type,
        JsonNode data) {

    static Envelope plain(JsonNode data) {
        return new Envelope(Optional.empty(), "", Optional.empty(), Optional.empty(), "", data);
    }

    /** Binary mode: attributes are headers, the body is the data. */
    static Envelope binary(HttpHeaders headers, JsonNode data) {
        var attributes = new Attributes(name ->
                Optional.ofNullable(headers.getHeaderString("ce-" + name)).map(TextNode::valueOf));
        return attributes.around(data);
    }

    /** Structured mode: attributes are fields. */
    static Envelope structured(JsonNode event, ObjectMapper json) {
        if (!event.isObject()) throw new Refused("", "is not an object");
        var attributes = new Attributes(name -> Optional.ofNullable(event.get(name)));
        attributes
                .text("datacontenttype")
                .filter(type -> !type.contains("json"))
                .ifPresent(type -> {
                    throw new Refused("datacontenttype", "must be JSON, is " + type);
                });
        if (event.has("data_base64")) return attributes.around(decoded(event.get("data_base64"), json));
        if (!event.has("data")) throw new Refused("data", "is missing");
        return attributes.around(event.get("data"));
    }

    private static JsonNode decoded(JsonNode base64, ObjectMapper json) {
        try {
            return json.readTree(base64.binaryValue());
        } catch (JsonProcessingException e) {
            throw new Refused("data_base64", "is not JSON in base64");
        } catch (IOException e) {
            throw new Refused("data_base64", "is not base64");
        }
    }

    /** Attributes of an event, wherever they are. */
    private record Attributes(java.util.function.Function<String, Optional<? extends JsonNode>> find) {
        Envelope around(JsonNode data) {
            var version = required("specversion");
            if (!version.equals("1.0")) throw new Refused("specversion", "must be 1.0, is " + version);
            return new Envelope(
                    Optional.of(required("id")),
                    required("source"),
                    text("subject"),
                    text("time"),
                    required("type"),
                    data);
        }

        String required(String name) {
            return text(name).orElseThrow(() -> new Refused(name, "is missing"));
        }

        Optional<String> text(String name) {
            var node = find.apply(name);
            if (node.isEmpty() || node.get().isNull()) return Optional.empty();
            if (!node.get().isTextual()) throw new Refused(name, "is not a string");
            return Optional.of(node.get().textValue()).filter(text -> !text.isBlank());
        }
    }
}
