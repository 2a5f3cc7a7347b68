package kefu.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import kefu.model.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of the model goes through JSON unchanged. */
class ThereAndBackTest {
    static List<Class<?>> records() {
        return Records.all();
    }

    @Test
    void theModelIsFound() {
        assertThat(records()).contains(Event.class.getPermittedSubclasses()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("records")
    void fullValuesComeBackEqual(Class<?> type) throws JsonProcessingException {
        assertComesBack(Records.filled(type));
    }

    @ParameterizedTest
    @MethodSource("records")
    void soDoValuesWithOnePartAbsent(Class<?> type) throws JsonProcessingException {
        for (var value : Records.withOneAbsent(type)) assertComesBack(value);
    }

    private static void assertComesBack(Object value) throws JsonProcessingException {
        if (value instanceof Event event) {
            var json = Wired.STRICT.writerFor(Event.class).writeValueAsString(event);
            assertThat(Wired.STRICT.readValue(json, Event.class)).as(json).isEqualTo(event);
        } else {
            var json = Wired.STRICT.writeValueAsString(value);
            assertThat((Object) Wired.STRICT.readValue(json, value.getClass()))
                    .as(json)
                    .isEqualTo(value);
        }
    }
}
