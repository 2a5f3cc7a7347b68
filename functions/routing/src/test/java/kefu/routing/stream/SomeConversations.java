package kefu.routing.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import kefu.model.Ids;

/** Conversations for tests that need one and not how it came to be. */
@ApplicationScoped
public class SomeConversations {
    private final EntityManager entities;

    SomeConversations(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the id of a new conversation of a signed-in customer */
    public String of(String customerId) {
        var id = Ids.next();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into conversation
                            (id, customer_id, identified_by, channel, language, pack, started_at, turns, state)
                        values (:id, :customer, 'jwt', 'web', 'en', 'ecommerce', now(), 0, cast(:state as jsonb))""")
                        .setParameter("id", id)
                        .setParameter("customer", customerId)
                        .setParameter("state", """
                        {"context": {"intents": [], "mentioned": [], "urgency": 0, "frustration": 0},
                         "dialogue": {"slots": {}, "options": [], "failures": 0}}""")
                        .executeUpdate());
        return id;
    }

    /** Adds a turn that said and answered nothing much. */
    public void turn(String conversationId, int number, String said) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into turn (conversation_id, number, at, request, answer, explanation, ledger)
                        values (:id, :number, now(), jsonb_build_object('text', cast(:said as text)),
                        cast(:answer as jsonb), '{}', '{"entries": [], "millis": 1}')""")
                        .setParameter("id", conversationId)
                        .setParameter("number", number)
                        .setParameter("said", said)
                        .setParameter("answer", """
                        {"number": %d, "reply": {"act": "clarify", "text": "Could you say that in other words?"},
                         "owner": {"kind": "bot", "epoch": 0}}""".formatted(number))
                        .executeUpdate());
    }
}
