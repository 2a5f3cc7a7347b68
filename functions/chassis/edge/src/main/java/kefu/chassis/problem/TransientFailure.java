package kefu.chassis.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** A failure that goes by itself: the database is away, starts again, or let somebody else go first. */
public final class TransientFailure {
    private TransientFailure() {}

    /** Connection failures (SQLSTATE 08), shutdowns (57P), deadlocks and serialisation failures (40) pass by themselves. */
    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql) return isTransient(sql);
        return false;
    }

    private static boolean isTransient(SQLException sql) {
        if (sql instanceof SQLTimeoutException) return true;
        var state = sql.getSQLState();
        // The connection pool's own failures have no state.
        if (state == null) return sql.getMessage() != null && sql.getMessage().contains("timeout");
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("40");
    }
}
