package kefu.chassis.sql;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Statements that wait for one transaction's commit. PostgreSQL's driver sends what semicolons divide in one go. */
final class AtCommit implements Synchronization {
    /** A transaction of thousands sends them in parts of this size. */
    private static final int MOST = 32;

    private final Sql sql;
    private final List<String> statements = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private boolean committing;

    AtCommit(Sql sql) {
        this.sql = sql;
    }

    void add(String statement, Object... arguments) {
        if (committing) throw new IllegalStateException("the transaction commits already");
        statements.add(statement);
        Collections.addAll(this.arguments, arguments);
        if (statements.size() == MOST) send();
    }

    @Override
    public void beforeCompletion() {
        send();
        committing = true;
    }

    @Override
    public void afterCompletion(int status) {}

    void send() {
        if (statements.isEmpty()) return;
        sql.execute(String.join(";\n", statements), arguments.toArray());
        statements.clear();
        arguments.clear();
    }
}
