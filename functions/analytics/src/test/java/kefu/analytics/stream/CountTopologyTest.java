package kefu.analytics.stream;

import static kefu.analytics.stream.Counting.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import kefu.analytics.Given;
import kefu.analytics.count.Counters;
import kefu.analytics.insight.Metric;
import kefu.analytics.tally.Example;
import kefu.analytics.tally.Problem;
import kefu.model.event.AlertRaised;
import kefu.model.event.DeadLetter;
import kefu.model.event.Topics;
import kefu.model.shop.Interaction.Kind;
import kefu.model.shop.OrderStatus;
import kefu.model.turn.Act;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTopologyTest {
    private Counting counting;

    @BeforeEach
    void start() {
        counting = new Counting();
    }

    @AfterEach
    void stop() {
        counting.close();
    }

    @Test
    void aTurnCountsInTheBucketOfItsTime() {
        counting.publish(Given.turn("a", NOW)
                .feels("joy", 0.8)
                .millis(250)
                .without("profiling")
                .answered());

        var bucket = counting.at(NOW);
        assertThat(bucket.of(Counters.TURNS)).isOne();
        assertThat(bucket.group(Counters.INTENT)).containsOnlyKeys("order.status");
        assertThat(bucket.group(Counters.EMOTION)).containsEntry("joy", 1L);
        assertThat(bucket.group(Counters.WITHOUT)).containsEntry("profiling", 1L);
        assertThat(bucket.quantile(Counters.LATENCY, 0.5).orElseThrow()).isCloseTo(250, within(2.5));
        assertThat(counting.at(NOW.plusSeconds(10)).of(Counters.TURNS)).isZero();
    }

    @Test
    void theSameEventDeliveredTwiceCountsOnce() {
        var turn = Given.turn("a", NOW).answered();
        counting.publish(turn);
        counting.publish(turn, NOW.plusSeconds(40));

        assertThat(counting.all().of(Counters.TURNS)).isOne();
        assertThat(counting.all().of(Counters.DUPLICATES)).isOne();
    }

    @Test
    void aLateEventCountsInItsOwnBucket() {
        var late = NOW.minus(Duration.ofMinutes(50));
        counting.publish(Given.turn("a", NOW).answered());
        counting.publish(Given.turn("b", late).answered(), NOW.plusSeconds(1));

        assertThat(counting.at(late).of(Counters.TURNS)).isOne();
        assertThat(counting.at(NOW).of(Counters.TURNS)).isOne();
    }

    @Test
    void anEventLaterThanTheGraceIsCountedAsLateAndAsNothingElse() {
        counting.publish(Given.turn("a", NOW).answered());
        counting.publish(Given.turn("b", NOW.minus(Duration.ofMinutes(61))).answered(), NOW.plusSeconds(1));

        assertThat(counting.all().of(Counters.TURNS)).isOne();
        assertThat(counting.at(NOW).of(Counters.LATE)).isOne();
    }

    @Test
    void whatIsOlderThanAnyWindowIsReadOver() {
        counting.publish(Given.did("c-1", Kind.VIEW, "p-1", NOW.minus(Duration.ofDays(300))));
        assertThat(counting.all().of(Counters.EVENTS)).isZero();
        counting.publish(Given.did("c-1", Kind.CART, "p-1", NOW.minus(Duration.ofHours(25))));
        counting.publish(Given.turn("a", NOW).answered());

        counting.publish(Given.did("c-2", Kind.VIEW, "p-1", NOW.minus(Duration.ofDays(299))), NOW.plusSeconds(1));
        assertThat(counting.all().of(Counters.EVENTS)).isEqualTo(2);
        assertThat(counting.all().of(Counters.LATE)).isZero();
    }

    @Test
    void aClockThatRunsAheadMakesNobodyElseLate() {
        counting.publish(Given.turn("a", NOW.plus(Duration.ofDays(300))).answered(), NOW);
        counting.publish(Given.turn("b", NOW).answered());

        assertThat(counting.at(NOW).of(Counters.TURNS)).isEqualTo(2);
    }

    @Test
    void turnsOutOfOrderLeaveTheConversationAsItsLastTurnSays() {
        counting.publish(Given.turn("a", NOW).feels("anger", 1).act(Act.DENY).answered());
        counting.publish(Given.turn("a", NOW.plusSeconds(60))
                .feels("joy", 1)
                .act(Act.NOTIFY_SUCCESS)
                .answered());
        double inOrder = Metric.SATISFACTION.of(counting.all()).orElseThrow();
        counting.publish(Given.turn("a", NOW.plusSeconds(30))
                .feels("anger", 1)
                .act(Act.DENY)
                .answered());

        assertThat(Metric.SATISFACTION.of(counting.all()).orElseThrow()).isEqualTo(inOrder);
        assertThat(counting.all().of(Counters.TURNS)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{}", "{\"type\":\"kefu.nothing.v1\"}", "{\"type\":\"kefu.turn.answered.v1\"}"})
    void whatCannotBeReadGoesToTheDeadLettersWithItsCause(String value) {
        counting.pipe(Topics.TURNS, value.getBytes(StandardCharsets.UTF_8), NOW);
        counting.publish(Given.turn("a", NOW).answered());

        assertThat(counting.deadLetters(Topics.TURNS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).asString().isEqualTo(value);
            assertThat(letter.headers().lastHeader(DeadLetter.REASON).value()).isNotEmpty();
            assertThat(letter.headers().lastHeader(DeadLetter.TOPIC).value())
                    .asString()
                    .isEqualTo(Topics.TURNS);
        });
        assertThat(counting.at(NOW).of(Counters.UNREADABLE)).isOne();
        assertThat(counting.at(NOW).of(Counters.TURNS)).isOne();
    }

    @Test
    void whatIsReadableAndMakesNoSenseGoesToTheDeadLettersAndCountsAsNothing() {
        counting.publish(Given.turn("a", NOW).millis(Double.NaN).answered());
        var alert = new AlertRaised("x", NOW, NOW, "m", "info", 1, 1, "5m", "");
        counting.pipe(Topics.FEEDBACK, counting.written(alert), NOW);

        assertThat(counting.deadLetters(Topics.TURNS)).hasSize(1);
        assertThat(counting.deadLetters(Topics.FEEDBACK)).hasSize(1);
        assertThat(counting.all().of(Counters.TURNS)).isZero();
        assertThat(counting.all().of(Counters.CONVERSATIONS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_048_000})
    void whatItsTopicWouldNotTakeOnceMoreLeavesALetterThatSaysWhereItIs(int valueBytes) {
        counting.pipe(Topics.TURNS, random(valueBytes), NOW, random(1_048_000 - valueBytes));

        assertThat(counting.deadLetters(Topics.TURNS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(letter.headers())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrderElementsOf(DeadLetter.HEADERS);
        });
    }

    @Test
    void aKeyThatFillsItsTopicIsNotKeptEither() {
        counting.pipe(Topics.TURNS, random(1_048_000), new byte[0], NOW, new byte[0]);

        assertThat(counting.deadLetters(Topics.TURNS)).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isNull();
            assertThat(letter.headers()).hasSameSizeAs(DeadLetter.HEADERS);
        });
    }

    @Test
    void aReasonThatQuotesAllThatCouldNotBeReadIsCut() {
        var type = Base64.getEncoder().encodeToString(random(600_000));
        counting.pipe(Topics.TURNS, "{\"type\":\"%s\"}".formatted(type).getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(counting.deadLetters(Topics.TURNS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNotNull();
            assertThat(letter.headers().lastHeader(DeadLetter.REASON).value()).hasSizeLessThan(1100);
        });
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new Random(1).nextBytes(random);
        return random;
    }

    @Test
    void whatIsAsLargeAsItsTopicTakesIsWholeInItsLetterWherePackingMakesRoom() {
        counting.pipe(Topics.TURNS, new byte[1_048_000], NOW);

        assertThat(counting.deadLetters(Topics.TURNS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).hasSize(1_048_000));
    }

    @Test
    void aTombstoneOfACompactedTopicIsNoDeadLetter() {
        counting.pipe(Topics.ORDERS, null, NOW);
        counting.publish(Given.order("#W1", OrderStatus.CANCELLED, NOW));

        assertThat(counting.deadLetters(Topics.ORDERS)).isEmpty();
        assertThat(counting.all().group(Counters.ORDER)).containsOnlyKeys("cancelled");
    }

    @Test
    void aConversationCountsOnceHoweverLongItIs() {
        for (int n = 0; n < 7; n++)
            counting.publish(Given.turn("a", NOW.plusSeconds(8 * n)).answered());

        assertThat(counting.all().of(Counters.CONVERSATIONS)).isOne();
        assertThat(counting.at(NOW.plusSeconds(48)).of(Counters.CONVERSATIONS)).isOne();
    }

    @Test
    void aHandoffIsFollowedUntilItIsResolved() {
        counting.publish(Given.turn("a", NOW).act(Act.HANDOFF).answered());
        counting.publish(Given.handoff("a", "waiting", NOW));
        assertThat(counting.all().of(Counters.WAITING)).isOne();

        counting.publish(Given.handoff("a", "claimed", NOW.plusSeconds(90)));
        counting.publish(Given.handoff("a", "resolved", NOW.plusSeconds(200)));
        counting.publish(Given.turn("b", NOW.plusSeconds(200)).answered());

        var all = counting.all();
        assertThat(all.of(Counters.WAITING)).isZero();
        assertThat(all.quantile(Counters.CLAIM, 0.5).orElseThrow()).isCloseTo(90_000, within(900.0));
        assertThat(Metric.AUTOMATION_RATE.of(all)).hasValue(0.5);
        assertThat(all.group(Counters.HANDOFF)).containsOnlyKeys("waiting", "claimed", "resolved");
    }

    @ParameterizedTest
    @CsvSource({"29, 1", "31, 0"})
    void aProductThatIsViewedSoonAfterItWasShownFollowsFromThat(int minutes, int clicks) {
        var later = NOW.plus(Duration.ofMinutes(minutes));
        counting.publish(Given.shown("c-1", NOW, "p-1", "p-2"));
        counting.publish(Given.did("c-1", Kind.VIEW, "p-1", later));
        counting.publish(Given.did("c-1", Kind.VIEW, "p-1", later.plusSeconds(1)));
        counting.publish(Given.did("c-2", Kind.VIEW, "p-2", later));

        assertThat(counting.at(NOW).of(Counters.SHOWN)).isEqualTo(2);
        assertThat(counting.at(NOW).of(Counters.FOLLOWED + "view")).isEqualTo(clicks);
        assertThat(counting.all().of(Counters.INTERACTION + "view")).isEqualTo(3);
    }

    @Test
    void whatWentWrongIsKeptByIntentWithMaskedExamples() {
        counting.publish(Given.turn("a", NOW)
                .intent("oos")
                .nearest("invoice.request")
                .says("write me at li@example.com or 13812345678")
                .answered());
        counting.publish(Given.turn("b", NOW).does("cancelOrder", "refused").answered());
        counting.publish(Given.feedback("b", 1, "bad", NOW.plusSeconds(1)));

        var all = counting.all();
        assertThat(all.of(Problem.OUT_OF_SCOPE.of("invoice.request"))).isOne();
        assertThat(all.of(Problem.REFUSED.of("order.status"))).isOne();
        assertThat(all.of(Problem.LOW_RATED.of("order.status"))).isOne();
        assertThat(all.examples("invoice.request"))
                .extracting(Example::text)
                .containsExactly("write me at [email] or [phone]");
        assertThat(Metric.FEEDBACK_MEAN.of(all)).hasValue(1);
    }

    @Test
    void noCustomerIsRememberedByName() {
        counting.publish(Given.turn("a", NOW).answered());
        counting.publish(Given.shown("c-secret", NOW, "p-1"));
        counting.publish(Given.did("c-secret", Kind.CART, "p-1", NOW.plusSeconds(1)));

        assertThat(counting.at(NOW).of(Counters.FOLLOWED + "cart")).isOne();
        assertThat(counting.allThatIsKept()).isNotEmpty().noneMatch(text -> text.contains("c-secret"));
    }

    @Test
    void bucketsOlderThanTheRetentionAreForgotten() {
        counting.publish(Given.turn("a", NOW).answered());
        Instant muchLater = NOW.plus(Duration.ofHours(27));
        counting.publish(Given.turn("b", muchLater).answered());

        assertThat(counting.keptBuckets())
                .containsExactly(muchLater.minusSeconds(3).toEpochMilli());
    }
}
