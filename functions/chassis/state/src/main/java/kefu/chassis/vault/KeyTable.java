package kefu.chassis.vault;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The wrapped keys, on the connection of the transaction that runs. Not through Hibernate, which would flush all else
 * before each question.
 */
@ApplicationScoped
class KeyTable {
    private final AgroalDataSource database;

    KeyTable(AgroalDataSource database) {
        this.database = database;
    }

    /** @param subject whose it is @param wrapped the key, encrypted under the master key */
    record Key(UUID id, String subject, byte[] wrapped) {}

    Optional<Key> of(String subject) {
        return find("select id, subject, wrapped from data_key where subject = ?", subject);
    }

    Optional<Key> byId(UUID id) {
        return find("select id, subject, wrapped from data_key where id = ?", id);
    }

    /** @return whether it is the subject's key now; not where there was one */
    boolean add(Key key) {
        return run(
                        "insert into data_key (id, subject, wrapped) values (?, ?, ?) on conflict do nothing",
                        key.id(),
                        key.subject(),
                        key.wrapped())
                == 1;
    }

    int remove(String subject) {
        return run("delete from data_key where subject = ?", subject);
    }

    boolean isEmpty() {
        return find("select id, subject, wrapped from data_key limit 1").isEmpty();
    }

    private Optional<Key> find(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var query = set(connection.prepareStatement(sql), parameters);
                var rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Key(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys cannot be read", e);
        }
    }

    private int run(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = set(connection.prepareStatement(sql), parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys cannot be changed", e);
        }
    }

    private static PreparedStatement set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}
