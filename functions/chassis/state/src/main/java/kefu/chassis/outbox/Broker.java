package kefu.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether events leave at the moment. They are kept either way. */
@ApplicationScoped
public class Broker {
    private final OutboxPublisher publisher;

    Broker(OutboxPublisher publisher) {
        this.publisher = publisher;
    }

    public boolean reachable() {
        return publisher.reachable();
    }
}
