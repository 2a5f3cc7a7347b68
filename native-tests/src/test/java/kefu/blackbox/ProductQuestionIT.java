package kefu.blackbox;

import static java.util.stream.StreamSupport.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer looks at a product and asks whether it is good. */
@ExtendWith(WithKefu.class)
class ProductQuestionIT {
    private static final String CHINESE = "这个商品的质量怎么样？";

    private final RunningKefu kefu;
    private final String routing;

    ProductQuestionIT(RunningKefu kefu) {
        this.kefu = kefu;
        this.routing = kefu.url(Function.ROUTING);
    }

    /** The first turn after a start may outlast a cold function's time limit, and then says so: degraded. */
    @BeforeEach
    void isWarm() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Chat.start(routing, kefu.customer("c-2"), "p-17")
                        .say(CHINESE)
                        .path("degraded")
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"这个商品的质量怎么样？, zh-Hans", "How is the quality of this product?, en"})
    void isAnsweredByReviewsWithSourcesAndRecommendations(String question, String language) {
        var turn = Chat.start(routing, kefu.customer("c-1"), "p-17").say(question);

        assertThat(turn.at("/number").asInt()).isEqualTo(1);
        assertThat(turn.at("/understanding/intent").asText()).isEqualTo("product.quality");
        assertThat(turn.at("/understanding/language").asText()).isEqualTo(language);
        assertThat(turn.at("/context/productId").asText()).isEqualTo("p-17");
        assertThat(turn.at("/reply/act").asText()).isEqualTo("inform");
        assertThat(kinds(turn)).contains("review");
        assertThat(turn.at("/recommendations")).isNotEmpty();
        assertThat(turn.at("/degraded")).isEmpty();
        assertThat(turn.at("/servedBy/device").asText()).isEqualTo("cpu");
    }

    @ParameterizedTest
    @CsvSource({"What do people say about the quality? And do you have it in stock?, In stock", "质量怎么样？有货吗？, 有货"})
    void isAnsweredTogetherWithAnotherOne(String questions, String stock) {
        var turn = Chat.start(routing, kefu.customer("c-1"), "p-17").say(questions);

        assertThat(turn.at("/reply/act").asText()).isEqualTo("inform");
        assertThat(turn.at("/reply/text").asText()).contains(stock);
        assertThat(kinds(turn)).contains("review", "product");
        assertThat(turn.at("/reply/expects").isMissingNode()
                        || turn.at("/reply/expects").isNull())
                .isTrue();
    }

    @Test
    void isNotAnsweredByTooFewReviews() {
        var turn = Chat.start(routing, "", "p-11").say("How is the quality of this product?");

        assertThat(turn.at("/reply/act").asText()).isEqualTo("inform");
        assertThat(turn.at("/reply/text").asText()).contains("too few");
        assertThat(kinds(turn)).doesNotContain("review");
    }

    @Test
    void isLearntByProfilingAndCountedByAnalytics() {
        var customer = kefu.customer("c-1");
        var profiling = new Http(kefu.url(Function.PROFILING), customer);
        var analytics = kefu.as(Function.ANALYTICS, Role.ANALYST);
        afterTheImport(analytics);
        int learnt = turns(profiling.get("/v1/customers/c-1/profile"));
        int counted = counted(analytics);

        var chat = Chat.start(routing, customer, "p-17");
        chat.say(CHINESE);

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> counted(analytics) > counted);
        await().atMost(Duration.ofSeconds(10)).until(() -> turns(profiling.get("/v1/customers/c-1/profile")) > learnt);
        assertThat(kefu.topic("kefu.turns").under(chat.id())).singleElement().satisfies(event -> {
            assertThat(event.path("utterance").asText()).isEqualTo(CHINESE);
            assertThat(event.path("customerId").asText()).isEqualTo("c-1");
            assertThat(event.path("number").asInt()).isEqualTo(1);
        });
    }

    /** Events of the import and of earlier turns may be on their way: waits until what is counted stays as it is. */
    private static void afterTheImport(Http analytics) {
        var last = new AtomicInteger();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(60)).until(() -> {
            int now = counted(analytics);
            return last.getAndSet(now) == now && now > 0;
        });
    }

    private static int counted(Http analytics) {
        return turns(analytics.get("/v1/insights/summary?window=5m"));
    }

    private static int turns(Answer answer) {
        return answer.ok().path("turns").asInt();
    }

    private static Iterable<String> kinds(JsonNode turn) {
        return stream(turn.at("/reply/sources").spliterator(), false)
                .map(source -> source.path("kind").asText())
                .toList();
    }
}
