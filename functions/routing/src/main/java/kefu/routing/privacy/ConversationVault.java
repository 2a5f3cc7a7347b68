package kefu.routing.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.Problem;
import kefu.chassis.vault.Keys;
import kefu.chassis.vault.Vault;

/**
 * Keeps what is said in a conversation encrypted under the conversation's own key: it has one before anybody knows whose
 * conversation it is, and keeps it once they do. Erasing the customer destroys it.
 */
@ApplicationScoped
public class ConversationVault {
    private final Keys keys;
    private final Vault vault;
    private final Idempotency idempotency;

    ConversationVault(Keys keys, Vault vault, Idempotency idempotency) {
        this.keys = keys;
        this.vault = vault;
        this.idempotency = idempotency;
    }

    /** @param place where it will be kept: its table and key */
    public byte[] seal(String conversationId, String place, Object value) {
        return vault.seal(keys.lasting(subject(conversationId)), place, value);
    }

    /** Like {@link #seal}, of what is JSON already. */
    public byte[] sealText(String conversationId, String place, String text) {
        return vault.sealText(keys.lasting(subject(conversationId)), place, text);
    }

    /** @throws kefu.chassis.problem.ProblemException 404 as {@link #open} */
    public String openText(byte[] sealed, String place) {
        return vault.openText(sealed, place).orElseThrow(ConversationVault::erased);
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when the conversation was erased meanwhile */
    public <T> T open(byte[] sealed, String place, Class<T> type) {
        return vault.open(sealed, place, type).orElseThrow(ConversationVault::erased);
    }

    /** @return what was sealed; empty when the conversation was erased meanwhile, for lists of several */
    public <T> Optional<T> find(byte[] sealed, String place, Class<T> type) {
        return vault.open(sealed, place, type);
    }

    /** Like {@link #find}, of what is JSON already. */
    public Optional<String> findText(byte[] sealed, String place) {
        return vault.openText(sealed, place);
    }

    /** Like {@link Idempotency#once}, with the answer kept encrypted. */
    public <T> T once(
            String key, String scope, String conversationId, Object request, Class<T> type, Supplier<T> answer) {
        if (key == null || key.isBlank()) return idempotency.once(key, scope, request, type, answer);
        var given = new AtomicReference<T>();
        var sealed = idempotency.once(key, scope, request, byte[].class, () -> {
            given.set(answer.get());
            return seal(conversationId, scope, given.get());
        });
        return given.get() != null ? given.get() : open(sealed, scope, type);
    }

    /** Destroys the key, in the transaction that runs. */
    public void forget(String conversationId) {
        keys.destroy(subject(conversationId));
    }

    private static RuntimeException erased() {
        return Problem.notFound("This conversation was erased.").asException();
    }

    private static String subject(String conversationId) {
        return "conversation/" + conversationId;
    }
}
