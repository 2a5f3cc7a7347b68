package kefu.routing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import kefu.model.Ids;
import kefu.routing.privacy.ConversationVault;

/** Conversations for tests that need one and not how it came to be. */
@ApplicationScoped
public class SomeConversations {
    private final EntityManager entities;
    private final ConversationVault vault;
    private final ObjectMapper json;

    SomeConversations(EntityManager entities, ConversationVault vault, ObjectMapper json) {
        this.entities = entities;
        this.vault = vault;
        this.json = json;
    }

    /** @return the id of a new conversation of a signed-in customer */
    public String of(String customerId) {
        var id = Ids.next();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into conversation
                            (id, customer_id, identified_by, channel, language, pack, started_at, turns, state)
                        values (:id, :customer, 'jwt', 'web', 'en', 'ecommerce', now(), 0, cast(:state as bytea))""")
                        .setParameter("id", id)
                        .setParameter("customer", customerId)
                        .setParameter("state", sealed(id, "conversation", """
                        {"context": {"intents": [], "mentioned": [], "urgency": 0, "frustration": 0},
                         "dialogue": {"slots": {}, "options": [], "failures": 0}}"""))
                        .executeUpdate());
        return id;
    }

    /** Adds a turn that said and answered nothing much. */
    public void turn(String conversationId, int number, String said) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into turn (conversation_id, number, at, request, answer, explanation, ledger)
                        values (:id, :number, now(), cast(:request as bytea), cast(:answer as bytea),
                        cast(:answer as bytea), '{"entries": [], "millis": 1}')""")
                        .setParameter("id", conversationId)
                        .setParameter("number", number)
                        .setParameter(
                                "request",
                                vault.seal(conversationId, "turn/" + number + "/request", Map.of("text", said)))
                        .setParameter(
                                "answer", sealed(conversationId, "turn/" + number + "/answer", """
                        {"number": %d, "reply": {"act": "clarify", "text": "Could you say that in other words?"},
                         "owner": {"kind": "bot", "epoch": 0}}""".formatted(number)))
                        .executeUpdate());
    }

    private byte[] sealed(String conversationId, String place, String value) {
        try {
            return vault.seal(conversationId, place, json.readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
