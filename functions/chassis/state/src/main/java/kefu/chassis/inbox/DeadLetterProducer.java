package kefu.chassis.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Sends what cannot be processed to dead-letter topics. */
@ApplicationScoped
class DeadLetterProducer {
    private static final Logger LOG = Logger.getLogger(DeadLetterProducer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int NO_LIMIT_OF_ITS_OWN = 64 * 1024 * 1024;

    private final Map<String, Object> broker;
    private Producer<String, byte[]> kafka;

    DeadLetterProducer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /**
     * @param giveUp asked before every further try: a letter that Kafka does not take is sent again until it does
     * @return completes when Kafka has acknowledged it; fails only once given up
     */
    Uni<Void> send(ProducerRecord<String, byte[]> letter, BooleanSupplier giveUp) {
        return Uni.createFrom()
                .<Void>emitter(sent -> kafka().send(letter, (_, failure) -> {
                    if (failure == null) sent.complete(null);
                    else sent.fail(failure);
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warnf("%s does not take a letter yet: %s", letter.topic(), failure.getMessage()))
                .onFailure(_ -> !giveUp.getAsBoolean())
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private synchronized Producer<String, byte[]> kafka() {
        if (kafka == null) {
            var settings = new HashMap<>(broker);
            settings.put("acks", "all");
            // A record as large as its topic takes has become larger by why and where: packed it fits.
            settings.put("compression.type", "gzip");
            settings.put("max.request.size", NO_LIMIT_OF_ITS_OWN);
            settings.put("max.block.ms", 10_000);
            kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return kafka;
    }

    @PreDestroy
    synchronized void close() {
        if (kafka != null) kafka.close(Duration.ofSeconds(2));
    }
}
