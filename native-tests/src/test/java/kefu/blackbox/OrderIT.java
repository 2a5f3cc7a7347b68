package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody unknown asks about an order and wants it cancelled. */
@ExtendWith(WithKefu.class)
class OrderIT {
    private final RunningKefu kefu;

    OrderIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @Test
    void isToldToItsCustomerAloneAndWithoutTheirAddressInEvents() {
        var chat = anonymous();

        var asked = chat.say("Where is my order #W1000016?");
        assertThat(asked.at("/reply/act").asText()).isEqualTo("request");
        assertThat(asked.at("/reply/expects/slot").asText()).isEqualTo("identity");
        assertThat(asked.at("/reply/text").asText()).doesNotContain("delivered", "Silk");

        var told = chat.say("zhouting.nj@example.com");
        assertThat(told.at("/reply/act").asText()).isEqualTo("inform");
        assertThat(told.at("/reply/text").asText()).contains("#W1000016", "delivered");
        assertThat(told.at("/reply/sources/0/kind").asText()).isEqualTo("order");

        var events = kefu.topic("kefu.turns");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events.under(chat.id())).hasSize(2));
        assertThat(events.under(chat.id()).toString()).doesNotContain("zhouting.nj@example.com");
    }

    @Test
    void isAskedForByNameAndPostcodeThatStayInTheConversation() {
        var chat = anonymous();
        chat.say("Where is my order?");
        chat.say("Olivia Brown, 3065");

        var events = kefu.topic("kefu.turns");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events.under(chat.id())).hasSize(2));
        assertThat(events.under(chat.id()).toString()).contains("[person]").doesNotContain("Olivia", "3065");
    }

    @Test
    void ofSomebodyElseIsNotToldAbout() {
        var chat = anonymous();
        chat.say("Where is my order #W1000016?");

        var told = chat.say("yangyang.wh@example.com");

        assertThat(told.at("/reply").toString()).doesNotContain("Silk", "KFX3842234237");
    }

    @Test
    void isCancelledOnceItsCustomerAgreed() {
        var chat = anonymous();
        chat.say("I want to cancel my order #W1000038");
        var reason = chat.say("yangyang.wh@example.com");
        assertThat(reason.at("/reply/expects/slot").asText()).isEqualTo("reason");

        var preview = chat.choose("reason", "no longer needed");
        assertThat(preview.at("/reply/act").asText()).isEqualTo("confirm");
        assertThat(status("#W1000038")).isEqualTo("pending");

        var done = chat.say("yes");
        assertThat(done.at("/reply/act").asText()).isEqualTo("notify_success");
        assertThat(done.at("/actions/0/name").asText()).isEqualTo("cancelOrder");
        assertThat(done.at("/actions/0/status").asText()).isEqualTo("done");
        assertThat(done.at("/actions/0/receiptId").asText()).isNotEmpty();
        assertThat(status("#W1000038")).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(kefu.topic("kefu.orders").under("#W1000038"))
                        .anySatisfy(event ->
                                assertThat(event.path("status").asText()).isEqualTo("cancelled")));
    }

    @Test
    void thatWasDeliveredIsNotCancelled() {
        var chat = anonymous();
        chat.say("Please cancel order #W1000016");
        var answer = chat.say("zhouting.nj@example.com");

        assertThat(answer.at("/reply/act").asText()).isEqualTo("deny");
        assertThat(answer.at("/reply/sources").findValuesAsText("kind")).contains("policy");
        assertThat(status("#W1000016")).isEqualTo("delivered");
    }

    private Chat anonymous() {
        return Chat.start(kefu.url(Function.ROUTING), "", "");
    }

    private String status(String orderId) {
        return kefu.as(Function.ROUTING, Role.AGENT)
                .get("/v1/store/orders/" + URLEncoder.encode(orderId, StandardCharsets.UTF_8))
                .ok()
                .path("status")
                .asText();
    }
}
