package kefu.routing.erasure;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kefu.chassis.inbox.Inbox;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.Event;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of erasures, has everybody erase, and confirms. */
@ApplicationScoped
class ErasureListener {
    private static final String FUNCTION = "routing";

    private final Inbox inbox;
    private final Outbox outbox;
    private final List<Eraser> erasers;
    private final Clock clock;

    ErasureListener(Inbox inbox, Outbox outbox, @All List<Eraser> erasers, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.erasers = erasers;
        this.clock = clock;
    }

    @Incoming("erasures")
    @Blocking
    void read(byte[] data) {
        inbox.once(data, "erasures", this::erase);
    }

    private void erase(Event event) {
        if (!(event instanceof ErasureRequested request)) return;
        int erased = erase(request.customerId()) + erase(request.customerId());
        var now = clock.instant();
        outbox.append(new ErasureConfirmed(Ids.next(), now, now, request.customerId(), FUNCTION, erased));
    }

    private int erase(String customerId) {
        return erasers.stream().mapToInt(eraser -> eraser.erase(customerId)).sum();
    }
}
