package kefu.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import kefu.model.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Names of types and topics are an agreement with what lies in Kafka: each stands for one thing, for ever. */
class EventNamesTest {
    private static final List<Event> EVENTS = Arrays.stream(Event.class.getPermittedSubclasses())
            .map(type -> (Event) Records.filled(type))
            .toList();

    @ParameterizedTest(name = "{0} travels on {1} by its {2}")
    @CsvFileSource(resources = "/golden/topics.csv", numLinesToSkip = 1)
    void aTypeTravelsOnItsTopicByItsKey(String type, String topic, String key) {
        assertThat(EVENTS)
                .filteredOn(event -> event.typeName().equals(type))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.topic()).isEqualTo(topic);
                    assertThat(event.key()).isEqualTo("some " + key);
                });
    }

    @Test
    void everyEventIsListedForJacksonUnderTheNameItGivesItself() {
        var listed = Event.class.getAnnotation(JsonSubTypes.class).value();

        assertThat(listed).hasSameSizeAs(EVENTS);
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(listed).anySatisfy(one -> {
                    assertThat(one.value()).isEqualTo(event.getClass());
                    assertThat(one.name()).isEqualTo(event.typeName());
                }));
    }

    @Test
    void typesAreUniqueAndCarryTheirVersion() {
        assertThat(EVENTS)
                .extracting(Event::typeName)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("kefu(\\.[a-z]+){2}\\.v[1-9]"));
    }

    @Test
    void topicsAreUniqueAndAllOfThemListed() {
        assertThat(Topics.ALL)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("kefu\\.[a-z]+"))
                .containsAll(EVENTS.stream().map(Event::topic).toList())
                .containsAll(Topics.COMPACTED)
                .noneMatch(name -> Topics.ALL.contains(DeadLetter.topic(name)));
        assertThat(EVENTS).extracting(Event::topic).containsAll(Topics.ALL);
    }

    @Test
    void whereThePartIsUnknownThatKeysItAnotherIdDoes() {
        assertThat(Records.withOneAbsent(ProductsRecommended.class))
                .map(event -> ((Event) event).key())
                .contains("some recommendationId")
                .doesNotContainNull();
    }
}
