package kefu.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import kefu.chassis.problem.Problem;
import kefu.chassis.sql.Sql;

/** Answers a request once, however often it is sent. */
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 200;

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Computes an answer in the transaction that runs (or one of its own), or gives the one that was given before. Two
     * requests of one key at the same time wait for each other at the key's row.
     *
     * @param key the header's value; null or blank computes every time
     * @param scope whose key it is and for what ({@code "turns/" + conversationId}): keys of two scopes never meet
     * @param request what was asked; another request under the same key is refused
     * @param type of the answer
     * @throws kefu.chassis.problem.ProblemException 409 for another request under the same key, 400 for a key too long
     */
    @Transactional
    public <T> T once(String key, String scope, Object request, Class<T> type, Supplier<T> answer) {
        if (key == null || key.isBlank()) return answer.get();
        if (key.length() > LONGEST_KEY)
            throw Problem.badRequest("Idempotency-Key is longer than " + LONGEST_KEY + " characters.")
                    .asException();
        var fingerprint = fingerprint(request);
        if (claim(key, scope, fingerprint)) {
            var given = answer.get();
            sql.atCommit(
                    "update idempotent_request set answer = ? where scope = ? and request_key = ?",
                    write(given),
                    scope,
                    key);
            return given;
        }
        var earlier = earlier(key, scope);
        if (!earlier.fingerprint().equals(fingerprint))
            throw Problem.conflict(
                            "idempotency-key-reused", "This Idempotency-Key was used before for a different request.")
                    .asException();
        return read(earlier.answer(), type);
    }

    private record Earlier(String fingerprint, String answer) {}

    private Earlier earlier(String key, String scope) {
        sql.sendWaiting();
        return sql.first(
                        "select fingerprint, answer from idempotent_request where scope = ? and request_key = ?",
                        row -> new Earlier(row.getString(1), row.getString(2)),
                        scope,
                        key)
                .orElseThrow();
    }

    /** Forgets what was answered in a scope, in the transaction that runs. */
    public void forget(String scope) {
        sql.sendWaiting();
        sql.update("delete from idempotent_request where scope = ?", scope);
    }

    private boolean claim(String key, String scope, String fingerprint) {
        return sql.update("""
                        insert into idempotent_request (scope, request_key, fingerprint, answered_at)
                        values (?, ?, ?, ?) on conflict do nothing""", scope, key, fingerprint, clock.instant()) == 1;
    }

    private String fingerprint(Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(request).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
