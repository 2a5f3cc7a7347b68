package kefu.blackbox;

import static java.util.stream.StreamSupport.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import kefu.local.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A turn is answered while any function but routing is away, and says what it had to do without. */
@ExtendWith(WithKefu.class)
class DegradedIT {
    private static final String QUESTION = "How is the quality of this product?";

    private final RunningKefu kefu;

    DegradedIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @BeforeEach
    void allAreThere() {
        await().atMost(Duration.ofSeconds(60)).until(() -> degraded(ask()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Function.class,
            names = {"INFERENCE", "PROFILING", "RECOMMENDATION"})
    void aFunctionThatHangsIsNamed(Function function) throws Exception {
        signal("STOP", function);
        try {
            long since = System.nanoTime();
            var turn = ask();

            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(8));
            assertAnswered(turn);
            assertThat(degraded(turn)).containsExactly(function.label());
        } finally {
            signal("CONT", function);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> degraded(ask()).isEmpty());
    }

    @Test
    void aKilledFunctionIsNamedUntilItIsBroughtBack() {
        var killed = kefu.process(Function.INFERENCE);
        killed.destroyForcibly();
        killed.onExit().join();

        var turn = ask();

        assertAnswered(turn);
        assertThat(degraded(turn)).containsExactly("inference");
        assertThat(turn.at("/servedBy/device").asText()).isEqualTo("lexical");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> degraded(ask()).isEmpty());
        assertThat(kefu.process(Function.INFERENCE)).isNotEqualTo(killed);
    }

    private JsonNode ask() {
        var customer = kefu.customer("c-2");
        return Chat.start(kefu.url(Function.ROUTING), customer, "p-17")
                .as(customer)
                .say(QUESTION);
    }

    private static void assertAnswered(JsonNode turn) {
        assertThat(turn.at("/understanding/intent").asText()).isEqualTo("product.quality");
        assertThat(turn.at("/reply/act").asText()).isEqualTo("inform");
        assertThat(turn.at("/reply/sources").findValuesAsText("kind")).contains("review");
    }

    private static List<String> degraded(JsonNode turn) {
        return stream(turn.path("degraded").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void signal(String name, Function function) throws IOException, InterruptedException {
        var status = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(kefu.process(function).pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
