package kefu.chassis.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import kefu.model.event.DeadLetter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * The failure strategy of channels that name no other; their keys are texts and their values bytes. What cannot be
 * processed goes to the dead-letter topic of the topic it was in, and holds up its channel until it is there. While the
 * function is ending it stays where it is: it failed because the database's connections are closing, its offset is not
 * committed, and whoever reads the partition next processes it.
 *
 * <p>SmallRye's strategy of that name reads all configuration and keeps a producer for each channel, from the start on;
 * here all share one, which the first letter makes.
 */
@Singleton
@Identifier("dead-letter")
class DeadLetterStrategy implements KafkaFailureHandler.Factory {
    private static final Logger LOG = Logger.getLogger(DeadLetterStrategy.class);

    private final DeadLetterProducer letters;
    private volatile boolean ending;

    DeadLetterStrategy(DeadLetterProducer letters) {
        this.letters = letters;
    }

    /** Comes before anything is closed. */
    void end(@Observes ShutdownEvent event) {
        ending = true;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new Handler();
    }

    private final class Handler implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            if (ending) return Uni.createFrom().nothing();
            return letters.send(letter(record, reason), () -> ending)
                    .chain(() -> Uni.createFrom().completionStage(record.ack()))
                    .invoke(() -> LOG.infof(
                            "%s-%d@%d lies among the dead letters",
                            record.getTopic(), record.getPartition(), record.getOffset()))
                    .onFailure(_ -> ending)
                    .recoverWithUni(Uni.createFrom().nothing())
                    .emitOn(record::runOnMessageContext);
        }
    }

    private static ProducerRecord<String, byte[]> letter(IncomingKafkaRecord<?, ?> record, Throwable reason) {
        var letter = new ProducerRecord<>(
                DeadLetter.topic(record.getTopic()), (String) record.getKey(), (byte[]) record.getPayload());
        record.getHeaders().forEach(letter.headers()::add);
        new DeadLetter(DeadLetter.reason(reason), record.getTopic(), record.getPartition(), record.getOffset())
                .headers()
                .forEach(letter.headers()::add);
        return letter;
    }
}
