package kefu.profiling.erasure;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.inbox.Inbox;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.Event;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of erasures. */
@ApplicationScoped
class ErasureListener {
    private final Inbox inbox;
    private final EraseCustomer eraseCustomer;
    private final Erasures erasures;

    ErasureListener(Inbox inbox, EraseCustomer eraseCustomer, Erasures erasures) {
        this.inbox = inbox;
        this.eraseCustomer = eraseCustomer;
        this.erasures = erasures;
    }

    @Incoming("erasures")
    @Blocking
    void erasure(byte[] data) {
        inbox.once(data, "erasure", this::apply);
    }

    private void apply(Event event) {
        switch (event) {
            case ErasureRequested request -> eraseCustomer.erase(request);
            case ErasureConfirmed confirmed -> erasures.confirm(confirmed);
            default -> throw new IllegalArgumentException("not about an erasure: " + event.typeName());
        }
    }
}
