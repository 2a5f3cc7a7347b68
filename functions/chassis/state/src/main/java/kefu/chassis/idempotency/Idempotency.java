package kefu.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.chassis.problem.Problem;
import kefu.chassis.sql.Sql;
import kefu.chassis.sql.Together;

/** Answers a request once, however often it is sent. */
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 200;
    private static final String EARLIER =
            "select fingerprint, answer from idempotent_request where scope = ? and request_key = ?";
    private static final String KEEP = """
            insert into idempotent_request (scope, request_key, fingerprint, answered_at, answer)
            values (?, ?, ?, ?, ?)""";

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
     * @param scope whose key it is and for what ({@code "conversations/" + caller}): keys of two scopes never meet
     * @param request what was asked; another request under the same key is refused
     * @param type of the answer
     * @throws kefu.chassis.problem.ProblemException 409 for another request under the same key, 400 for a key too long
     */
    @Transactional
    public <T> T once(String key, String scope, Object request, Class<T> type, Supplier<T> answer) {
        if (isNone(key)) return answer.get();
        checkLength(key);
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
        return answer(earlier(key, scope), fingerprint, type);
    }

    /**
     * A request of whoever holds a lock that all requests of its scope take first: no two of them are at it at the same
     * time, so looking whether it was answered, and keeping its answer at the commit, is enough. Without such a lock the
     * second of two fails at its commit.
     */
    public final class Locked {
        private final String key;
        private final String scope;
        private final String fingerprint;

        private Locked(String key, String scope, String fingerprint) {
            this.key = key;
            this.scope = scope;
            this.fingerprint = fingerprint;
        }

        /**
         * @param reads where the lock is taken, before this
         * @return the answer that was given before; it throws 409 where that was one to another request
         */
        public <T> Supplier<Optional<T>> earlier(Together reads, Class<T> type) {
            if (fingerprint == null) return Optional::empty;
            var found = reads.first(EARLIER, Earlier::read, scope, key);
            return () -> found.get().map(earlier -> answer(earlier, fingerprint, type));
        }

        /** Remembers what is answered now, at the commit. */
        public void keep(Object answer) {
            if (fingerprint == null) return;
            sql.atCommit(KEEP, scope, key, fingerprint, clock.instant(), write(answer));
        }
    }

    /**
     * Like {@link #once}, for a request that comes under a lock.
     *
     * @throws kefu.chassis.problem.ProblemException 400 for a key too long
     */
    public Locked locked(String key, String scope, Object request) {
        if (isNone(key)) return new Locked(key, scope, null);
        checkLength(key);
        return new Locked(key, scope, fingerprint(request));
    }

    private static boolean isNone(String key) {
        return key == null || key.isBlank();
    }

    private static void checkLength(String key) {
        if (key.length() > LONGEST_KEY)
            throw Problem.badRequest("Idempotency-Key is longer than " + LONGEST_KEY + " characters.")
                    .asException();
    }

    private record Earlier(String fingerprint, String answer) {
        static Earlier read(ResultSet row) throws SQLException {
            return new Earlier(row.getString(1), row.getString(2));
        }
    }

    private Earlier earlier(String key, String scope) {
        sql.sendWaiting();
        return sql.first(EARLIER, Earlier::read, scope, key).orElseThrow();
    }

    private <T> T answer(Earlier earlier, String fingerprint, Class<T> type) {
        if (!earlier.fingerprint().equals(fingerprint))
            throw Problem.conflict(
                            "idempotency-key-reused", "This Idempotency-Key was used before for a different request.")
                    .asException();
        return read(earlier.answer(), type);
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
