package kefu.chassis.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kefu.model.event.DeadLetter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Sends what cannot be processed to dead-letter topics. */
@ApplicationScoped
class DeadLetterProducer {
    private static final Logger LOG = Logger.getLogger(DeadLetterProducer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** The broker says what is too large: more than it takes by itself, and what it can be told to take. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Supplier<Producer<String, byte[]>> opening;
    private Producer<String, byte[]> kafka;
    private boolean closed;

    @Inject
    DeadLetterProducer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this(() -> open(broker));
    }

    DeadLetterProducer(Supplier<Producer<String, byte[]>> opening) {
        this.opening = opening;
    }

    private static Producer<String, byte[]> open(Map<String, Object> broker) {
        var settings = new HashMap<>(broker);
        settings.put("acks", "all");
        // A record as large as its topic takes has become larger by why and where: packed it fits.
        settings.put("compression.type", "gzip");
        settings.put("max.request.size", MOST_BYTES);
        settings.put("max.block.ms", 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * @param giveUp asked before every further try: a letter that Kafka does not take is sent again until it does, and one
     *     that is too large for its topic goes without its value and headers, which lie where the letter says
     * @return completes when Kafka has acknowledged it; fails only once given up
     */
    Uni<Void> send(ProducerRecord<String, byte[]> letter, BooleanSupplier giveUp) {
        return sendOnce(letter)
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(failure -> {
                    LOG.errorf(
                            "A letter of %s is kept without value and headers: %s",
                            letter.topic(), failure.getMessage());
                    return sendOnce(withoutItsContent(letter));
                })
                .onFailure()
                .invoke(failure -> LOG.logf(
                        failure instanceof RetriableException ? Logger.Level.WARN : Logger.Level.ERROR,
                        "%s does not take a letter, which is sent again: %s",
                        letter.topic(),
                        failure.getMessage()))
                .onFailure(_ -> !giveUp.getAsBoolean())
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static ProducerRecord<String, byte[]> withoutItsContent(ProducerRecord<String, byte[]> letter) {
        var address = DeadLetter.HEADERS.stream()
                .map(letter.headers()::lastHeader)
                .filter(Objects::nonNull)
                .toList();
        return new ProducerRecord<>(letter.topic(), null, letter.key(), null, address);
    }

    private Uni<Void> sendOnce(ProducerRecord<String, byte[]> letter) {
        return Uni.createFrom()
                .<Void>emitter(sent -> kafka().send(letter, (_, failure) -> {
                    if (failure == null) sent.complete(null);
                    else sent.fail(failure);
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private synchronized Producer<String, byte[]> kafka() {
        if (closed) throw new IllegalStateException("the function has ended");
        if (kafka == null) kafka = opening.get();
        return kafka;
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (kafka != null) kafka.close(Duration.ofSeconds(2));
    }
}
