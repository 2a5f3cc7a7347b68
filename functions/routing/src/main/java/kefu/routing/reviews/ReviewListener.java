package kefu.routing.reviews;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.inbox.Inbox;
import kefu.model.event.Event;
import kefu.model.event.InteractionRecorded;
import kefu.model.shop.Interaction;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of reviews among what customers do in the shop. */
@ApplicationScoped
class ReviewListener {
    private final Inbox inbox;
    private final Reviews reviews;

    ReviewListener(Inbox inbox, Reviews reviews) {
        this.inbox = inbox;
        this.reviews = reviews;
    }

    @Incoming("reviews")
    @Blocking
    void read(byte[] data) {
        inbox.once(data, "reviews", this::take);
    }

    private void take(Event event) {
        if (!(event instanceof InteractionRecorded recorded))
            throw new IllegalArgumentException("not about an interaction: " + event.typeName());
        var interaction = recorded.interaction();
        if (interaction.kind() != Interaction.Kind.REVIEW) return;
        reviews.record(interaction.review(), interaction.customerId(), recorded.occurredAt());
    }
}
