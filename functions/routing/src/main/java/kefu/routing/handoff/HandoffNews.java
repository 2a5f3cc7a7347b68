package kefu.routing.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import kefu.chassis.outbox.Outbox;
import kefu.chassis.privacy.Masking;
import kefu.model.Ids;
import kefu.model.event.HandoffChanged;
import kefu.routing.stream.ConversationEvents;
import kefu.routing.stream.EventLog;

/** Tells everybody that a hand-off has changed: the conversation's listeners, the agents' desk, Kafka. */
@ApplicationScoped
class HandoffNews {
    /** The stream that all agents listen to. */
    static final String DESK = "desk";

    private final ConversationEvents events;
    private final EventLog log;
    private final Outbox outbox;
    private final Clock clock;

    HandoffNews(ConversationEvents events, EventLog log, Outbox outbox, Clock clock) {
        this.events = events;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param kind of the conversation's event @param payload what its customer sees of it */
    void tell(Handoff handoff, String kind, Object payload) {
        outbox.append(changed(handoff));
        events.append(handoff.conversationId(), kind, payload);
        log.append(DESK, handoff.conversationId(), "handoff", handoff);
    }

    private HandoffChanged changed(Handoff handoff) {
        var now = clock.instant();
        var reason = handoff.resolution() == null ? handoff.reason() : handoff.resolution();
        return new HandoffChanged(
                Ids.next(),
                now,
                now,
                handoff.conversationId(),
                handoff.id(),
                handoff.customerId(),
                handoff.status().json(),
                Masking.mask(reason),
                handoff.agent(),
                handoff.language(),
                handoff.skill());
    }
}
