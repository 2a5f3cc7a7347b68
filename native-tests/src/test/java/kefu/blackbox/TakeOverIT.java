package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person takes a conversation over and gives it back. */
@ExtendWith(WithKefu.class)
class TakeOverIT {
    private final RunningKefu kefu;
    private final Http agent;

    TakeOverIT(RunningKefu kefu) {
        this.kefu = kefu;
        this.agent = kefu.as(Function.ROUTING, Role.AGENT);
    }

    @Test
    void silencesTheBotUntilTheAgentReturnsTheConversation() {
        var chat = Chat.start(kefu.url(Function.ROUTING), "", "");
        try (var events = EventStream.open(chat.http(), chat.path("/events"), "")) {
            var asked = chat.say("转人工");
            assertThat(asked.at("/reply/act").asText()).isEqualTo("handoff");
            assertThat(asked.at("/handoff/status").asText()).isEqualTo("waiting");
            var handoff = "/v1/handoffs/" + asked.at("/handoff/id").asText();

            assertThat(agent.post(handoff + "/claim", Map.of())
                            .ok()
                            .path("status")
                            .asText())
                    .isEqualTo("claimed");
            assertThat(other().post(handoff + "/claim", Map.of()).status()).isEqualTo(409);
            agent.post(handoff + "/messages", Map.of("text", "您好，我是小王")).ok();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(events.events()).anySatisfy(e -> {
                        assertThat(e.kind()).isEqualTo("agent_message");
                        assertThat(e.data().path("text").asText()).isEqualTo("您好，我是小王");
                    }));

            var unanswered = chat.say("在吗");
            assertThat(unanswered.path("reply").isNull()).isTrue();
            assertThat(unanswered.at("/owner/kind").asText()).isEqualTo("agent");

            agent.post(handoff + "/return", Map.of()).ok();
            var answered = chat.say("你好");
            assertThat(answered.at("/reply/act").asText()).isEqualTo("greet");
            assertThat(answered.at("/owner/kind").asText()).isEqualTo("bot");
            assertThat(answered.at("/owner/epoch").asInt())
                    .isGreaterThan(unanswered.at("/owner/epoch").asInt());
            resumesWithoutLossOrRepeats(chat, events);
        }
    }

    private static void resumesWithoutLossOrRepeats(Chat chat, EventStream events) {
        await().atMost(Duration.ofSeconds(5)).until(() -> events.events().size() >= 7);
        var all = ids(events);
        assertThat(all).doesNotHaveDuplicates();
        try (var resumed = EventStream.open(chat.http(), chat.path("/events"), all.get(2))) {
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(ids(resumed)).isEqualTo(all.subList(3, all.size())));
        }
    }

    private static List<String> ids(EventStream stream) {
        return stream.events().stream().map(EventStream.Event::id).toList();
    }

    private Http other() {
        return new Http(kefu.url(Function.ROUTING), kefu.token("another", Role.AGENT));
    }
}
