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

    // A method each: channels that share one wait for each other, and a turn would wait for a whole import.
    @Incoming("interactions")
    @Blocking
    void interaction(byte[] data) {
        fold(data);
    }

    @Incoming("orders")
    @Blocking
    void order(byte[] data) {
        fold(data);
    }

    @Incoming("turns")
    @Blocking
    void turn(byte[] data) {
        fold(data);
    }

    @Incoming("feedback")
    @Blocking
    void feedback(byte[] data) {
        fold(data);
    }

    @Incoming("products")
    @Blocking
    void product(byte[] data) {
        fold(data);
    }

    private void fold(byte[] data) {
        inbox.effectOnce(data, CONSUMER, gatherEvidence::effectOf);
    }
}
