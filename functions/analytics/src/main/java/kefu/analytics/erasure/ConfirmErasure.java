package kefu.analytics.erasure;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import kefu.chassis.inbox.Inbox;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.Event;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Confirms an erasure. There is nothing to erase: analytics counts, keeps masked text without its author, and knows a
 * customer only by a keyed hash, for as long as the attribution of recommendations takes.
 */
@ApplicationScoped
class ConfirmErasure {
    private static final String FUNCTION = "analytics";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmErasure(Inbox inbox, Outbox outbox, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Incoming("erasures")
    @Blocking
    void read(byte[] data) {
        inbox.once(data, "analytics.erasures", this::confirm);
    }

    private void confirm(Event event) {
        if (!(event instanceof ErasureRequested request)) return;
        var now = clock.instant();
        outbox.append(new ErasureConfirmed(Ids.next(), now, now, request.customerId(), FUNCTION, 0));
    }
}
