package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import kefu.local.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody asks what to buy, and then about one of the products that were shown. */
@ExtendWith(WithKefu.class)
class RecommendationIT {
    private final String routing;

    RecommendationIT(RunningKefu kefu) {
        this.routing = kefu.url(Function.ROUTING);
    }

    /** The first turn after a start may outlast a cold function's time limit, and then says so: degraded. */
    @BeforeEach
    void isWarm() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Chat.start(routing, "", "")
                        .say("what can you recommend")
                        .path("degraded")
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"can you recommend a gift under 50, 50, how much is the second one", "推荐200以内的礼物, 200, 第二个多少钱"})
    void whatIsShownIsWithinTheBudgetAndTheSecondOfItIsMeant(String wish, double most, String question) {
        var chat = Chat.start(routing, "", "");

        var shown = chat.say(wish).path("recommendations");
        var asked = chat.say(question);

        assertThat(shown)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        product -> assertThat(product.path("price").asDouble()).isLessThanOrEqualTo(most));
        assertThat(asked.at("/context/productId").asText())
                .isEqualTo(shown.get(1).path("productId").asText());
        assertThat(asked.at("/reply/sources/0/id").asText())
                .isEqualTo(shown.get(1).path("productId").asText());
    }
}
