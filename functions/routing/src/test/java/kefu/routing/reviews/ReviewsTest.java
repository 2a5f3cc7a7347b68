package kefu.routing.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.DeadLetter;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.Topics;
import kefu.model.shop.Interaction;
import kefu.model.shop.Review;
import kefu.testing.RealBrokerAndDatabase;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ReviewsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    ReviewEvidence evidence;

    @Inject
    Reviews reviews;

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final String product = "p-" + UUID.randomUUID();

    @Test
    void reviewsAreCountedByAspectWithQuotes() {
        review("a", 5, "面料很柔软，穿着舒服", "zh", NOON);
        review("b", 4, "The fabric is soft, but it runs large.", "en", NOON);
        review("c", 2, "洗了两次就起球了", "zh", NOON);
        review("d", 5, "Lovely fabric!", "en", NOON);
        review("e", 3, "La tela es buena", "es", NOON);
        awaitReviews(5);

        var said = evidence.about(product, "zh");

        assertThat(said.tooFew()).isFalse();
        assertThat(said.averageRating()).isEqualTo(3.8);
        assertThat(said.aspects().getFirst()).satisfies(fabric -> {
            assertThat(fabric.aspect()).isEqualTo("fabric");
            assertThat(fabric.name().in("zh")).isEqualTo("面料材质");
            assertThat(fabric.mentions()).isEqualTo(4);
            assertThat(fabric.praise()).isEqualTo(3);
            assertThat(fabric.blame()).isEqualTo(1);
            assertThat(fabric.quotes().getFirst()).isEqualTo(new Quote(product + "-a", "面料很柔软，穿着舒服", "zh", 5, 1));
        });
        assertThat(evidence.aspect(product, "fabric", "en")
                        .orElseThrow()
                        .quotes()
                        .getFirst()
                        .language())
                .isEqualTo("en");
        assertThat(evidence.aspect(product, "size", "en").orElseThrow().blame()).isEqualTo(1);
        assertThat(evidence.aspect(product, "battery", "en")).isEmpty();
        assertThat(evidence.aspectIn("会起球吗")).contains("fabric");
    }

    @Test
    void tooFewReviewsClaimNothing() {
        review("a", 5, "Soft fabric", "en", NOON);
        awaitReviews(1);

        assertThat(evidence.about(product, "en").tooFew()).isTrue();
        assertThat(evidence.about("p-nobody-bought", "en"))
                .isEqualTo(new Evidence("p-nobody-bought", 0, 0, true, List.of()));
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        var event = event("a", 5, "Soft fabric", "en", NOON);
        send(event);
        send(event);
        review("b", 5, "Soft fabric", "en", NOON);
        awaitReviews(2);

        assertThat(evidence.aspect(product, "fabric", "en").orElseThrow().mentions())
                .isEqualTo(2);
    }

    @Test
    void aReviewThatIsWrittenAgainReplacesWhatItSaid() {
        review("a", 5, "Soft fabric", "en", NOON);
        review("a", 1, "It runs large and the zip broke", "en", NOON.plusSeconds(60));
        review("a", 5, "Soft fabric", "en", NOON.minusSeconds(60));
        review("b", 4, "Good", "en", NOON);
        awaitReviews(2);

        var said = evidence.about(product, "en");
        assertThat(said.averageRating()).isEqualTo(2.5);
        assertThat(said.aspect("fabric")).isEmpty();
        assertThat(said.aspect("size").orElseThrow().blame()).isEqualTo(1);
    }

    @Test
    void personalDataInAReviewIsMasked() {
        review("a", 5, "Soft fabric, write to me at jo@example.com", "en", NOON);
        awaitReviews(1);

        assertThat(text("a")).isEqualTo("Soft fabric, write to me at [email]");
    }

    @Test
    void aForgottenCustomersReviewsStayWithoutTheirName() {
        review("a", 5, "Soft fabric", "en", NOON);
        awaitReviews(1);

        assertThat(reviews.forget("c-" + product)).isEqualTo(1);
        assertThat(reviews.forget("c-" + product)).isZero();
        assertThat(evidence.aspect(product, "fabric", "en").orElseThrow().praise())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoEventGoesToTheDeadLetterTopicAndStopsNothing() {
        var junk = "no event " + UUID.randomUUID();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.INTERACTIONS, "c-1", junk));
        }
        review("a", 5, "Soft fabric", "en", NOON);
        awaitReviews(1);

        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "group.id", junk, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(DeadLetter.topic(Topics.INTERACTIONS)));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (var letter : consumer.poll(Duration.ofMillis(200)))
                    if (junk.equals(letter.value())) return letter.headers().lastHeader(DeadLetter.REASON) != null;
                return false;
            });
        }
    }

    @Test
    void anAnswerIsReadInTwoMilliseconds() {
        for (int i = 0; i < 60; i++)
            reviews.record(
                    new Review(product + i, product, null, 4, "面料柔软，偏大，续航长，音质好，包装严实。", "zh", NOON, List.of()),
                    "c",
                    NOON);
        for (int i = 0; i < 300; i++) evidence.about(product, "zh");

        long begin = System.nanoTime();
        for (int i = 0; i < 200; i++) evidence.about(product, "zh");
        double millis = (System.nanoTime() - begin) / 200e6;

        System.out.printf("Evidence of 60 reviews: %.2f ms%n", millis);
        assertThat(millis).isLessThan(10);
    }

    private void review(String id, int rating, String text, String language, Instant at) {
        send(event(id, rating, text, language, at));
    }

    private InteractionRecorded event(String id, int rating, String text, String language, Instant at) {
        var customer = "c-" + product;
        var review = new Review(product + "-" + id, product, customer, rating, text, language, at, List.of());
        return new InteractionRecorded(
                UUID.randomUUID().toString(),
                at,
                at,
                new Interaction(customer, Interaction.Kind.REVIEW, product, null, review, null, at));
    }

    private void send(InteractionRecorded event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event));
    }

    private void awaitReviews(int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> evidence.about(product, "en").reviews() == count);
    }

    private String text(String id) {
        return QuarkusTransaction.requiringNew().call(() -> entities.find(ReviewRow.class, product + "-" + id).text);
    }
}
