package kefu.chassis.sql;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Queries that go to the database in one way, and run there one after the other: each sees what was committed while one
 * before it waited for a lock. Of one thread, and used once.
 */
public final class Together {
    private final Sql sql;
    private final List<String> statements = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private final List<Answer<?>> answers = new ArrayList<>();

    Together(Sql sql) {
        this.sql = sql;
    }

    private static final class Answer<T> implements Supplier<Optional<T>> {
        final Sql.Row<T> row;
        Optional<T> first;

        Answer(Sql.Row<T> row) {
            this.row = row;
        }

        void take(ResultSet rows) throws SQLException {
            first = rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }

        @Override
        public Optional<T> get() {
            if (first == null) throw new IllegalStateException("not asked yet");
            return first;
        }
    }

    /** @param query anything that returns rows @return the first row, read, once all have {@linkplain #run run} */
    public <T> Supplier<Optional<T>> first(String query, Sql.Row<T> row, Object... arguments) {
        var answer = new Answer<>(row);
        statements.add(query);
        Collections.addAll(this.arguments, arguments);
        answers.add(answer);
        return answer;
    }

    /** @throws PersistenceException with the driver's exception as its cause */
    public void run() {
        if (!statements.isEmpty()) sql.run(String.join(";\n", statements), arguments.toArray(), this::read);
    }

    private Void read(PreparedStatement prepared) throws SQLException {
        boolean has = prepared.execute();
        for (var answer : answers) {
            if (!has) throw new SQLException("one of these returns no rows: " + statements);
            try (var rows = prepared.getResultSet()) {
                answer.take(rows);
            }
            has = prepared.getMoreResults();
        }
        return null;
    }
}
