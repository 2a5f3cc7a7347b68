package kefu.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import kefu.model.Records;
import kefu.model.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that were written once are read for ever: a field is only ever added. */
class GoldenEventsTest {
    static List<Golden> golden() {
        return Golden.all();
    }

    static List<Class<?>> events() {
        return Arrays.asList(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void areReadAndKeepEveryField(Golden golden) throws IOException {
        var event = golden.event();

        assertThat(event.typeName()).isEqualTo(golden.type());
        JsonNode written =
                Wired.STRICT.readTree(Wired.STRICT.writerFor(Event.class).writeValueAsString(event));
        assertThat(without(written, golden.json())).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("events")
    void showEveryFieldThatTheEventHas(Class<?> event) throws IOException {
        var type = ((Event) Records.filled(event)).typeName();
        var shown = new TreeSet<String>();
        for (var golden : Golden.of(type)) shown.addAll(golden.paths());

        assertThat(shown)
                .as(
                        "shared-model/src/test/resources/golden/%s needs one more file, with what was added; for example%n%s",
                        type,
                        Wired.STRICT
                                .writerFor(Event.class)
                                .withDefaultPrettyPrinter()
                                .writeValueAsString(Records.filled(event)))
                .containsAll(Records.paths(event));
    }

    @Test
    void noTypeEverGoes() {
        assertThat(events())
                .extracting(event -> ((Event) Records.filled(event)).typeName())
                .containsAll(Golden.types());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void toleratesFieldsOfALaterVersionAtEveryLevel(Golden golden) throws IOException {
        var later = golden.json().deepCopy();
        addFields(later);

        assertThat(Wired.TOLERANT.treeToValue(later, Event.class)).isEqualTo(golden.event());
    }

    /** Only objects that stand for records get one: what is in a map is data. */
    private static void addFields(JsonNode node) {
        if (node instanceof ObjectNode object && !isData(object)) object.put("addedLater", "…");
        node.properties().forEach(entry -> {
            if (!List.of("options", "attributes", "arguments", "name", "description")
                    .contains(entry.getKey())) addFields(entry.getValue());
        });
        if (node.isArray()) node.forEach(GoldenEventsTest::addFields);
    }

    private static boolean isData(ObjectNode object) {
        return object.isEmpty();
    }

    /** @return what was written, without the fields that the golden file is too old to have */
    private static JsonNode without(JsonNode written, JsonNode golden) {
        if (written instanceof ObjectNode object && golden instanceof ObjectNode old) {
            var kept = Wired.STRICT.createObjectNode();
            object.properties().forEach(e -> {
                if (old.has(e.getKey())) kept.set(e.getKey(), without(e.getValue(), old.get(e.getKey())));
            });
            return kept;
        }
        if (written.isArray() && golden.isArray() && written.size() == golden.size()) {
            var kept = Wired.STRICT.createArrayNode();
            for (int i = 0; i < written.size(); i++) kept.add(without(written.get(i), golden.get(i)));
            return kept;
        }
        return written;
    }
}
