package kefu.chassis.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import kefu.chassis.sql.Sql;

/** The wrapped keys, in the transaction that runs. Not through Hibernate, which would flush all else before each question. */
@ApplicationScoped
class KeyTable {
    private final Sql sql;

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    /** @param subject whose it is @param wrapped the key, encrypted under the master key */
    record Key(UUID id, String subject, byte[] wrapped) {
        private static Key read(ResultSet row) throws SQLException {
            return new Key(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3));
        }
    }

    Optional<Key> of(String subject) {
        return sql.first("select id, subject, wrapped from data_key where subject = ?", Key::read, subject);
    }

    /** Like {@link #of}, for encrypting: who destroys the key waits until the transaction that runs has ended. */
    Optional<Key> share(String subject) {
        return sql.first(
                "select id, subject, wrapped from data_key where subject = ? for key share", Key::read, subject);
    }

    /** Waits until nobody {@linkplain #share shares} the subject's key, and keeps it until the transaction ends. */
    void hold(String subject) {
        sql.first("select 1 from data_key where subject = ? for update", row -> row.getInt(1), subject);
    }

    Optional<Key> byId(UUID id) {
        return sql.first("select id, subject, wrapped from data_key where id = ?", Key::read, id);
    }

    /** @return whether it is the subject's key now; not where there was one */
    boolean add(Key key) {
        return sql.update(
                        "insert into data_key (id, subject, wrapped) values (?, ?, ?) on conflict do nothing",
                        key.id(),
                        key.subject(),
                        key.wrapped())
                == 1;
    }

    int remove(String subject) {
        return sql.update("delete from data_key where subject = ?", subject);
    }

    boolean isEmpty() {
        return sql.first("select 1 from data_key limit 1", row -> row.getInt(1)).isEmpty();
    }
}
