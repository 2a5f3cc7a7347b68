package kefu.profiling.folding;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.inbox.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what profiles are made of. */
@ApplicationScoped
class FoldListener {
    private static final String CONSUMER = "profile";

    private final Inbox inbox;
    private final GatherEvidence gatherEvidence;

    FoldListener(Inbox inbox, GatherEvidence gatherEvidence) {
        this.inbox = inbox;
        this.gatherEvidence = gatherEvidence;
    }

    @Incoming("interactions")
    @Incoming("orders")
    @Incoming("turns")
    @Incoming("feedback")
    @Incoming("products")
    @Blocking
    void event(byte[] data) {
        inbox.once(data, CONSUMER, gatherEvidence::apply);
    }
}
