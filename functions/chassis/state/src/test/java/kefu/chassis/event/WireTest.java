package kefu.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    /** As functions have it: an API refuses fields that it does not know. */
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Wire wire = new Wire(json);

    static List<Path> golden() throws IOException {
        var folder = RealBrokerAndDatabase.repository().resolve("shared-model/src/test/resources/golden");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whatEverTravelledIsReadAndSoIsWhatALaterVersionAddsAnywhere(Path file) throws IOException {
        var event = wire.read(Files.readAllBytes(file));
        var later = (ObjectNode) json.readTree(Files.readAllBytes(file));
        later.put("addedLater", 1);
        later.properties().stream()
                .filter(part -> part.getValue().isObject())
                .forEach(part -> ((ObjectNode) part.getValue()).put("addedLater", 1));

        assertThat(wire.read(json.writeValueAsBytes(later))).isEqualTo(event);
        assertThat(wire.read(wire.write(event).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[]",
                "{\"type\": \"kefu.unheard.of.v1\"}",
                "{\"type\": \"kefu.alert.raised.v1\"}"
            })
    void whatIsNoEventIsToldApart(String text) {
        assertThatThrownBy(() -> wire.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void theTypeIsWrittenFirst() throws IOException {
        var event = wire.read(Files.readAllBytes(golden().getFirst()));

        assertThat(wire.write(event)).startsWith("{\"type\":\"" + event.typeName() + "\"");
    }
}
