package kefu.recommendation.history;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.inbox.Inbox;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.Event;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProfileChanged;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands each event to what remembers or forgets, once. What belongs to another topic goes to the dead letters. */
@ApplicationScoped
class HistoryEvents {
    private static final String CONSUMER = "history";

    private final Inbox inbox;
    private final Remember remember;
    private final Forget forget;

    HistoryEvents(Inbox inbox, Remember remember, Forget forget) {
        this.inbox = inbox;
        this.remember = remember;
        this.forget = forget;
    }

    @Incoming("interactions")
    @Blocking
    void interaction(ConsumerRecord<String, byte[]> received) {
        inbox.once(received.value(), CONSUMER, event -> {
            if (!(event instanceof InteractionRecorded interaction)) throw stray(event, received);
            remember.interaction(interaction);
        });
    }

    @Incoming("orders")
    @Blocking
    void order(ConsumerRecord<String, byte[]> received) {
        inbox.once(received.value(), CONSUMER, event -> {
            if (!(event instanceof OrderChanged order)) throw stray(event, received);
            remember.order(order);
        });
    }

    @Incoming("profiles")
    @Blocking
    void profile(ConsumerRecord<String, byte[]> received) {
        inbox.once(received.value(), CONSUMER, event -> {
            if (!(event instanceof ProfileChanged profile)) throw stray(event, received);
            remember.profile(profile);
        });
    }

    @Incoming("erasures")
    @Blocking
    void erasure(ConsumerRecord<String, byte[]> received) {
        inbox.once(received.value(), CONSUMER, event -> {
            switch (event) {
                case ErasureRequested request -> forget.customer(request);
                case ErasureConfirmed _ -> {} // Somebody has forgotten; profiling counts these.
                default -> throw stray(event, received);
            }
        });
    }

    private static IllegalArgumentException stray(Event event, ConsumerRecord<?, ?> received) {
        return new IllegalArgumentException(event.typeName() + " does not belong on " + received.topic());
    }
}
