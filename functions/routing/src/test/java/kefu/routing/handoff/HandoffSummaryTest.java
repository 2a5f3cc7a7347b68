package kefu.routing.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.shop.LocalText;
import kefu.model.turn.Act;
import kefu.model.turn.Action;
import kefu.model.turn.Expects;
import kefu.model.turn.Owner;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnContext;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Entity;
import kefu.routing.handoff.HandoffSummary.Exchange;
import org.junit.jupiter.api.Test;

class HandoffSummaryTest {
    private static final Map<String, LocalText> TITLES = Map.of(
            "order.cancel", new LocalText(Map.of("en", "cancel an order", "zh", "取消订单")),
            "oos", new LocalText(Map.of("en", "something else", "zh", "其他")));

    @Test
    void anAgentSeesWhatIsWantedByWhomAndWhatWasTried() {
        var summary = HandoffSummary.of(
                List.of(
                        turn("Cancel my order", new Emotion("neutral", 0.1), List.of(), "done it is not"),
                        turn("Cancel it NOW", new Emotion("anger", 0.6), List.of(refused()), "It has been shipped."),
                        turn("This is a joke", new Emotion("anger", 0.9), List.of(), "I am sorry.")),
                Optional.of("en"),
                Optional.of("c-7"),
                TITLES::get);
        assertThat(summary.language()).isEqualTo("en");
        assertThat(summary.text()).isEqualTo("""
                Wants: cancel an order · Customer: c-7 · Order: #W1
                Mood: calm → anger 0.9
                Tried: cancelOrder (refused)
                > Customer: Cancel my order
                > Kefu: done it is not
                > Customer: Cancel it NOW
                > Kefu: It has been shipped.
                > Customer: This is a joke
                > Kefu: I am sorry.""");
    }

    @Test
    void itIsWrittenInTheLanguageOfTheConversation() {
        var summary = HandoffSummary.of(
                List.of(turn("我要取消订单", new Emotion("anger", 0.8), List.of(refused()), "订单已发货。")),
                Optional.of("zh-Hans"),
                Optional.empty(),
                TITLES::get);
        assertThat(summary.language()).isEqualTo("zh");
        assertThat(summary.text())
                .startsWith("诉求: 取消订单 · 客户: 未确认身份 · 订单: #W1")
                .contains("情绪: 生气 0.8", "已尝试: cancelOrder (被拒绝)", "> 客户: 我要取消订单");
    }

    @Test
    void withoutALanguageOfItsOwnTheLastTurnsCounts() {
        var chinese = new TurnAnswer.Understood("zh-Hant", "oos", 0.5, null, Emotion.NEUTRAL, null);
        var summary = HandoffSummary.of(
                List.of(new Exchange(said("轉人工"), answer(chinese, List.of(), null))),
                Optional.empty(),
                Optional.empty(),
                TITLES::get);
        assertThat(summary.language()).isEqualTo("zh");
    }

    @Test
    void personalDataIsMaskedWhateverItsShape() {
        var text = "😀 我是陈静，邮箱 chen@example.com，电话 13812345678";
        var understood = new TurnAnswer.Understood(
                "zh-Hans", "oos", 0.5, null, Emotion.NEUTRAL, List.of(new Entity("person", "陈静", 4, 6)));
        var reply = new Reply(Act.CONFIRM, "We call +1 555 123 4567.", null, null, null);
        var summary = HandoffSummary.of(
                List.of(new Exchange(said(text), answer(understood, List.of(), reply))),
                Optional.empty(),
                Optional.empty(),
                TITLES::get);
        assertThat(summary.text())
                .contains("😀 我是[person]，邮箱 [email]，电话 [phone]", "We call [phone]")
                .doesNotContain("陈静", "example.com", "138", "555");
    }

    @Test
    void whoeverWasAskedWhoTheyAreIsMaskedWhole() {
        var understood = new TurnAnswer.Understood("en", "oos", 0.5, null, Emotion.NEUTRAL, List.of());
        var asking = new Reply(Act.REQUEST, "Who are you?", new Expects(Expects.IDENTITY, false, null), null, null);
        var summary = HandoffSummary.of(
                List.of(
                        new Exchange(said("my order?"), answer(understood, List.of(), asking)),
                        new Exchange(said("Olivia Brown, 3065"), answer(understood, List.of(), null))),
                Optional.empty(),
                Optional.empty(),
                TITLES::get);
        assertThat(summary.text()).contains("my order?", "> Customer: [person]").doesNotContain("Olivia", "3065");
    }

    @Test
    void anAnswerByButtonAndAPictureAreNamedNotShown() {
        var request = new TurnRequest(
                null,
                new TurnRequest.Answer("identity", "chen@example.com"),
                null,
                List.of(new TurnRequest.Attachment("image", "image/png", "AAAA")));
        var asking = new Reply(Act.REQUEST, "Which order?", new Expects("order", false, null), null, null);
        var summary = HandoffSummary.of(
                List.of(new Exchange(request, answer(null, List.of(), asking))),
                Optional.of("en"),
                Optional.empty(),
                TITLES::get);
        assertThat(summary.text())
                .contains("> Customer: [identity] [image]", "Tried: Waiting for: order")
                .doesNotContain("chen", "AAAA");
    }

    @Test
    void itStaysShortHoweverMuchWasSaid() {
        var long1 = turn("no ".repeat(2000), Emotion.NEUTRAL, List.of(), "yes ".repeat(2000));
        var summary = HandoffSummary.of(
                java.util.Collections.nCopies(50, long1), Optional.of("en"), Optional.empty(), TITLES::get);
        assertThat(summary.text().length()).isLessThan(2000);
        assertThat(HandoffSummary.of(List.of(), Optional.empty(), Optional.empty(), TITLES::get)
                        .text())
                .isEqualTo("Customer: not identified");
    }

    private static Exchange turn(String text, Emotion emotion, List<Action> actions, String reply) {
        var understood = new TurnAnswer.Understood("en", "order.cancel", 0.9, null, emotion, null);
        return new Exchange(said(text), answer(understood, actions, new Reply(Act.INFORM, reply, null, null, null)));
    }

    private static TurnRequest said(String text) {
        return new TurnRequest(text, null, null, null);
    }

    private static TurnAnswer answer(TurnAnswer.Understood understood, List<Action> actions, Reply reply) {
        var context = new TurnContext(understood == null ? null : understood.intent(), null, null, "#W1", 0);
        return new TurnAnswer(1, understood, context, reply, actions, null, null, Owner.BOT, null, null);
    }

    private static Action refused() {
        return new Action("cancelOrder", Map.of("orderId", "#W1"), "refused", null);
    }
}
