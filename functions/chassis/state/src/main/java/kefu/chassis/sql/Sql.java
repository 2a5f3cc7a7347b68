package kefu.chassis.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements on the connection of the transaction that runs, beside the entity manager: for rows that are written
 * once, counted or locked, where making them entities costs several times the statement. What the entity manager has not
 * flushed yet is not seen.
 */
@ApplicationScoped
public class Sql {
    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;

    Sql(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * @param arguments for the statement's question marks; an {@link Instant} as {@code timestamptz}
     * @return how many rows changed
     * @throws PersistenceException with the driver's exception as its cause
     */
    public int update(String statement, Object... arguments) {
        return run(statement, arguments, PreparedStatement::executeUpdate);
    }

    /**
     * Like {@link #update}, but at the latest before the transaction that runs commits, together with all that wait for that, in
     * their order: one way to the database for all of them. What it writes is seen then at last, and what it violates
     * fails the commit.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void atCommit(String statement, Object... arguments) {
        if (transactions.getTransactionKey() == null)
            throw new IllegalStateException("nothing commits: no transaction is active");
        var waiting = (AtCommit) transactions.getResource(this);
        if (waiting == null) {
            waiting = new AtCommit(this);
            transactions.putResource(this, waiting);
            transactions.registerInterposedSynchronization(waiting);
        }
        waiting.add(statement, arguments);
    }

    /** Runs now what waits for the commit, before a statement that has to see it. */
    public void sendWaiting() {
        if (transactions.getResource(this) instanceof AtCommit waiting) waiting.send();
    }

    /**
     * @param arguments for the statement's question marks; an {@link Instant} as {@code timestamptz}
     * @return the first row, read
     * @throws PersistenceException with the driver's exception as its cause
     */
    public <T> Optional<T> first(String statement, Row<T> row, Object... arguments) {
        return run(statement, arguments, prepared -> {
            try (var rows = prepared.executeQuery()) {
                return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
            }
        });
    }

    /**
     * @param arguments for the statement's question marks; an {@link Instant} as {@code timestamptz}
     * @return every row, read
     * @throws PersistenceException with the driver's exception as its cause
     */
    public <T> List<T> all(String statement, Row<T> row, Object... arguments) {
        return run(statement, arguments, prepared -> {
            try (var rows = prepared.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) read.add(row.read(rows));
                return read;
            }
        });
    }

    /** @return queries that will go to the database in one way */
    public Together together() {
        return new Together(this);
    }

    void execute(String statements, Object... arguments) {
        run(statements, arguments, PreparedStatement::execute);
    }

    interface Run<T> {
        T on(PreparedStatement prepared) throws SQLException;
    }

    <T> T run(String statement, Object[] arguments, Run<T> run) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++)
                prepared.setObject(
                        i + 1, arguments[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : arguments[i]);
            return run.on(prepared);
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }
}
