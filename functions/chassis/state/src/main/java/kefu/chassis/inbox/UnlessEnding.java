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
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The failure strategy of channels that name no other: what cannot be processed goes to the dead-letter topic, unless the
 * function is ending. Then the record failed because the database's connections are closing: it stays where it is, its
 * offset is not committed, and whoever reads the partition next processes it.
 */
@Singleton
@Identifier("dead-letter-unless-ending")
class UnlessEnding implements KafkaFailureHandler.Factory {
    private final KafkaFailureHandler.Factory deadLetters;
    private volatile boolean ending;

    UnlessEnding(@Identifier("dead-letter-queue") KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
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
        return new Handler(deadLetters.create(config, vertx, consumer, reportFailure));
    }

    private final class Handler implements KafkaFailureHandler {
        private final KafkaFailureHandler deadLetter;

        Handler(KafkaFailureHandler deadLetter) {
            this.deadLetter = deadLetter;
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            return ending ? Uni.createFrom().nothing() : deadLetter.handle(record, reason, metadata);
        }

        @Override
        public void terminate() {
            deadLetter.terminate();
        }
    }
}
