package kefu.local.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL as a child process. Each function has a role of its own that reaches its own schema alone. */
public final class Database implements AutoCloseable {
    /** The functions that keep state. */
    public static final List<String> OWNERS = List.of("profiling", "routing", "recommendation", "analytics");

    static final String SUPERUSER = "postgres";

    private final DatabaseSettings settings;
    private final Server server;
    private final ProcessHandle process;

    private Database(DatabaseSettings settings, Server server, ProcessHandle process) {
        this.settings = settings;
        this.server = server;
        this.process = process;
    }

    /**
     * Starts the server and sees to it that database, roles and schemas exist. A server left behind over the same data
     * is ended first.
     *
     * @throws IOException when it does not start; the message ends with the end of its log
     */
    public static Database start(DatabaseSettings settings) throws IOException {
        var server = new Server(settings);
        server.initialise();
        var database = new Database(settings, server, server.start());
        try {
            database.prepare();
        } catch (SQLException e) {
            database.close();
            throw new IOException("The database could not be prepared: " + e.getMessage(), e);
        }
        return database;
    }

    public String jdbcUrl() {
        return jdbcUrl("kefu");
    }

    public int port() {
        return settings.port();
    }

    public ProcessHandle process() {
        return process;
    }

    /** Ends the server; commits are safe, open transactions are not. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) server.stop(process);
    }

    private void prepare() throws SQLException {
        try (var connection = connect("postgres");
                var sql = connection.createStatement()) {
            if (missing(sql, "pg_database where datname = 'kefu'")) sql.execute("create database kefu");
            for (var owner : OWNERS) {
                if (missing(sql, "pg_roles where rolname = '" + owner + "'"))
                    sql.execute("create role " + owner + " login");
                sql.execute("alter role " + owner + " password '"
                        + settings.password().replace("'", "''") + "'");
            }
        }
        try (var connection = connect("kefu");
                var sql = connection.createStatement()) {
            sql.execute("revoke all on schema public from public");
            for (var owner : OWNERS) {
                sql.execute("create schema if not exists " + owner + " authorization " + owner);
                sql.execute("alter role " + owner + " in database kefu set search_path = " + owner);
            }
        }
    }

    private Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(name), SUPERUSER, settings.password());
    }

    private String jdbcUrl(String name) {
        return "jdbc:postgresql://localhost:" + settings.port() + "/" + name;
    }

    private static boolean missing(Statement sql, String what) throws SQLException {
        try (var found = sql.executeQuery("select 1 from " + what)) {
            return !found.next();
        }
    }
}
