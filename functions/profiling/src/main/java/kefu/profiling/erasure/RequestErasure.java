package kefu.profiling.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ErasureRequested;
import kefu.profiling.CustomerLock;

/** Asks every function to forget a customer. While one that was asked for is under way, it stands for the next one, too. */
@ApplicationScoped
class RequestErasure {
    private final Erasures erasures;
    private final CustomerLock lock;
    private final Outbox outbox;
    private final Clock clock;

    RequestErasure(Erasures erasures, CustomerLock lock, Outbox outbox, Clock clock) {
        this.erasures = erasures;
        this.lock = lock;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Erasure request(String customerId) {
        lock.exclusive(customerId);
        var underWay =
                erasures.of(customerId).filter(erasure -> erasure.confirmed().isEmpty());
        if (underWay.isPresent()) return underWay.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var event = new ErasureRequested(Ids.next(), now, now, customerId);
        erasures.request(customerId, now);
        outbox.append(event);
        return erasures.of(customerId).orElseThrow();
    }
}
