package kefu.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kefu.model.recommendation.RecommendedProduct;
import kefu.model.shop.LocalText;
import kefu.model.turn.Act;
import kefu.model.turn.Owner;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnAnswer;
import kefu.model.understanding.ServedBy;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final LocalText NAME = new LocalText(Map.of("en", "Gooseneck Kettle", "zh", "手冲壶"));
    private static final LocalText REASON = new LocalText(Map.of("en", "Popular in kitchen", "zh", "厨房用品热门"));

    @Test
    void aProductIsNamedInTheLanguageOfTheReply() {
        assertThat(transcript("Hello!", "69.9", "USD"))
                .contains("  ★ Gooseneck Kettle  69.90 USD  (Popular in kitchen)\n");
        assertThat(transcript("您好！", "69.9", "CNY")).contains("  ★ 手冲壶  69.90 CNY  (厨房用品热门)\n");
    }

    @Test
    void aPriceHasTheDigitsOfItsCurrency() {
        assertThat(transcript("Hello!", "5600", "JPY")).contains(" 5600 JPY ");
        assertThat(transcript("Hello!", "1.2345", "USD")).contains(" 1.2345 USD ");
        assertThat(transcript("Hello!", "3", "points")).contains(" 3 points ");
    }

    private static String transcript(String reply, String price, String currency) {
        var product = new RecommendedProduct("p-1", NAME, new BigDecimal(price), currency, 0.5, REASON);
        var turn = new TurnAnswer(
                1,
                new TurnAnswer.Understood("en", "greet", 0.9, List.of(), null, List.of()),
                null,
                new Reply(Act.GREET, reply, null, List.of(), List.of()),
                List.of(),
                List.of(product),
                null,
                new Owner("bot", 1),
                List.of(),
                new ServedBy("shop", "1", "cpu"));
        return Transcript.of(turn, Conversation.Choices.NONE);
    }
}
