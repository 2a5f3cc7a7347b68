package kefu.routing.handoff;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kefu.routing.stream.ConversationEvents;

/** What agents do: claim a hand-off, answer its customer, end it. Every command checks under the conversation's hold. */
@ApplicationScoped
class AgentDesk {
    private final Handoffs handoffs;
    private final Ownership ownership;
    private final HandoffNews news;
    private final ConversationEvents events;
    private final Clock clock;

    AgentDesk(Handoffs handoffs, Ownership ownership, HandoffNews news, ConversationEvents events, Clock clock) {
        this.handoffs = handoffs;
        this.ownership = ownership;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a conversation from the bot; claiming what one has already changes nothing. */
    @Transactional
    Handoff claim(String id, String agent) {
        var handoff = handoffs.hold(id);
        handoff.refusalToClaim(agent).ifPresent(Handoff.Refusal::refuse);
        if (handoff.isOf(agent)) return handoff;
        var owner = ownership.giveTo(handoff.conversationId(), agent);
        return change(
                handoff.claimedBy(agent, now()), ConversationEvents.AGENT_JOINED, new OwnerChanged(id, agent, owner));
    }

    /** @return the message with its number in the conversation's stream */
    @Transactional
    Said say(String id, String agent, String text) {
        var handoff = handoffs.hold(id);
        handoff.refusalToAct(agent).ifPresent(Handoff.Refusal::refuse);
        var event = events.append(
                handoff.conversationId(), ConversationEvents.AGENT_MESSAGE, new AgentMessage(text, agent));
        return new Said(event.seq(), text, agent, event.at());
    }

    /** Ends it as settled; the bot answers what comes after. @param how it was resolved, for the shop */
    @Transactional
    Handoff resolve(String id, String agent, String how) {
        var handoff = handoffs.hold(id);
        handoff.refusalToAct(agent).ifPresent(Handoff.Refusal::refuse);
        var owner = ownership.giveToBot(handoff.conversationId());
        return change(handoff.resolved(how, now()), ConversationEvents.RESOLVED, new OwnerChanged(id, agent, owner));
    }

    /** Gives the conversation back to the bot. @param forOthers whether what another agent has may be given back too */
    @Transactional
    Handoff giveBack(String id, String agent, boolean forOthers) {
        var handoff = handoffs.hold(id);
        var acting = forOthers && handoff.agent() != null ? handoff.agent() : agent;
        handoff.refusalToAct(acting).ifPresent(Handoff.Refusal::refuse);
        var owner = ownership.giveToBot(handoff.conversationId());
        return change(handoff.returned(now()), ConversationEvents.RETURNED, new OwnerChanged(id, acting, owner));
    }

    private Handoff change(Handoff changed, String kind, OwnerChanged payload) {
        handoffs.keep(changed);
        news.tell(changed, kind, payload);
        return changed;
    }

    /** As precise as the database, so that an answer and a later read are the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @RegisterForReflection
    record AgentMessage(String text, String agent) {}

    /** @param seq number of the message's event in the conversation's stream */
    record Said(long seq, String text, String agent, Instant at) {}
}
