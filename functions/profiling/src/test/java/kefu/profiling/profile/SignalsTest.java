package kefu.profiling.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.TurnAnswered;
import kefu.model.shop.Interaction;
import kefu.model.shop.Review;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.understanding.Emotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void aReviewSaysWhatItsCustomerLikesWritesAndCaresFor() {
        var review = new Review("r1", "p1", "c1", 5, "面料很舒服,不起球", "zh", AT, List.of());

        assertThat(of(new Interaction("c1", Interaction.Kind.REVIEW, "p1", null, review, null, AT)))
                .containsExactly(
                        new Signal.Seen(AT),
                        new Signal.Drawn(AT, "p1", 2),
                        new Signal.Felt(AT, 1, 1),
                        new Signal.Wrote(AT, "zh"),
                        new Signal.CaredFor(AT, "fabric"),
                        new Signal.CaredFor(AT, "comfort"));
    }

    @Test
    void whatWasHeardInAVoiceMessageCountsAsWords() {
        var media = new Interaction.Media("audio", "is the battery any good");

        assertThat(of(new Interaction("c1", Interaction.Kind.MEDIA, "p1", null, null, media, AT)))
                .contains(
                        new Signal.Drawn(AT, "p1", 1), new Signal.Wrote(AT, "en"), new Signal.CaredFor(AT, "battery"));
    }

    @Test
    void aTurnSaysWhatWasAskedInWhichLanguageAndHow() {
        assertThat(Signals.of(turn("c1", new Emotion("anger", 0.8)))
                        .orElseThrow()
                        .signals())
                .containsExactly(
                        new Signal.Turned(AT),
                        new Signal.Asked(AT, "product.quality"),
                        new Signal.Wrote(AT, "zh"),
                        new Signal.Felt(AT, 0, 0.8),
                        new Signal.CaredFor(AT, "battery"));
    }

    @Test
    void aTurnOfSomebodyUnknownSaysNothing() {
        assertThat(Signals.of(turn(null, Emotion.NEUTRAL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0.5", "5, 1"})
    void aRatingIsAFeeling(int rating, double score) {
        var feedback = new FeedbackGiven("e1", AT, AT, "conv", "c1", rating, null, null);

        assertThat(Signals.of(feedback).orElseThrow().signals()).contains(new Signal.Felt(AT, score, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "does it run large?                    | size",
                "会起球吗                              | fabric",
                "续航怎么样,音质好不好                 | battery,sound",
                "The profit of benefits                | ''",
                "Too expensive, and the seam broke     | durability,price",
                "is it breathable and easy to use      | breathability,ease"
            })
    void aspectsAreFoundByWholeWords(String text, String aspects) {
        assertThat(String.join(",", Aspects.in(text))).isEqualTo(aspects);
    }

    private static List<Signal> of(Interaction interaction) {
        return Signals.of(new InteractionRecorded("e1", AT, AT, interaction))
                .orElseThrow()
                .signals();
    }

    private static TurnAnswered turn(String customerId, Emotion emotion) {
        return new TurnAnswered(
                "e1",
                AT,
                AT,
                "conv",
                1,
                customerId,
                "web",
                "ecommerce",
                "电池怎么样",
                new TurnAnswer.Understood("zh-Hans", "product.quality", 0.9, List.of(), emotion, List.of()),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Owner.BOT,
                List.of(),
                1,
                null);
    }
}
