package kefu.profiling.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.chassis.problem.Problem.FieldError;
import kefu.model.shop.Interaction;
import kefu.model.shop.Review;

/** Reads one interaction and completes it: whose it is, when it happened and what it is about, where the envelope says so. */
@Singleton
class InteractionReader {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_QUERY = 1_000;
    private static final int LONGEST_TEXT = 20_000;

    private final ObjectMapper json;
    private final InteractionConfig config;
    private final Clock clock;

    InteractionReader(ObjectMapper json, InteractionConfig config, Clock clock) {
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Refused with what is wrong */
    Submission read(Envelope envelope, Optional<String> ownId) {
        if (!(envelope.data() instanceof ObjectNode given)) throw new Refused("", "is not an object");
        var data = given.deepCopy();
        envelope.subject().or(() -> ownId).ifPresent(id -> complete(data, "customerId", id));
        envelope.time().ifPresent(time -> complete(data, "at", time));
        kind(envelope.type()).ifPresent(kind -> complete(data, "kind", kind));
        var interaction = settled(parse(data));
        check(interaction);
        envelope.id().ifPresent(id -> shorterThan(LONGEST_ID, id, "id"));
        shorterThan(LONGEST_TEXT, envelope.source(), "source");
        return new Submission(envelope.id(), envelope.source(), interaction);
    }

    private static void complete(ObjectNode data, String field, String value) {
        if (!data.hasNonNull(field)) data.put(field, value);
    }

    /** A type such as {@code com.shop.view} says the kind. */
    private static Optional<String> kind(String type) {
        var last = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(Interaction.Kind.values())
                .map(Interaction.Kind::json)
                .filter(last::equals)
                .findFirst();
    }

    private Interaction parse(ObjectNode data) {
        try {
            return json.treeToValue(data, Interaction.class);
        } catch (JsonMappingException e) {
            var error = FieldError.of(e);
            throw new Refused(error.field().equals("body") ? "" : error.field(), error.message());
        } catch (JsonProcessingException e) {
            throw new Refused("", "is not an interaction");
        } catch (IllegalArgumentException e) {
            throw new Refused("", e.getMessage());
        }
    }

    private Interaction settled(Interaction given) {
        var at = given.at() == null ? clock.instant() : given.at();
        var review = given.review();
        if (review == null)
            return new Interaction(
                    given.customerId(), given.kind(), given.productId(), given.query(), null, given.media(), at);
        if (review.customerId() != null && !review.customerId().equals(given.customerId()))
            throw new Refused("review.customerId", "is another customer than customerId");
        if (given.productId() != null && !given.productId().equals(review.productId()))
            throw new Refused("review.productId", "is another product than productId");
        var mine = new Review(
                review.id(),
                review.productId(),
                given.customerId(),
                review.rating(),
                review.text(),
                review.language(),
                review.at() == null ? at : review.at(),
                review.images());
        return new Interaction(
                given.customerId(),
                given.kind(),
                review.productId(),
                given.query(),
                mine,
                given.media(),
                given.at() == null ? mine.at() : at);
    }

    private void check(Interaction interaction) {
        if (interaction.at().isAfter(clock.instant().plus(config.clockSkew())))
            throw new Refused("at", "lies in the future");
        shorterThan(LONGEST_ID, interaction.customerId(), "customerId");
        shorterThan(LONGEST_ID, interaction.productId(), "productId");
        shorterThan(LONGEST_QUERY, interaction.query(), "query");
        if (interaction.review() != null) {
            shorterThan(LONGEST_ID, interaction.review().id(), "review.id");
            shorterThan(LONGEST_TEXT, interaction.review().text(), "review.text");
        }
        if (interaction.media() != null)
            shorterThan(LONGEST_TEXT, interaction.media().text(), "media.text");
    }

    private static void shorterThan(int most, String text, String field) {
        if (text != null && text.length() > most) throw new Refused(field, "is longer than " + most + " characters");
    }
}
