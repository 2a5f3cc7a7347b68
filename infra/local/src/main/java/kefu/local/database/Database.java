package kefu.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** PostgreSQL as a child process. Each function has a role of its own that reaches its own schema alone. */
public final class Database implements AutoCloseable {
    /** The functions that keep state. */
    public static final List<String> OWNERS = List.of("profiling", "routing", "recommendation", "analytics");

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the server and sees to it that database, roles and schemas exist.
     *
     * @param place the folder where its data stays
     * @param port on loopback
     * @param password of every function's role
     * @throws IOException when it does not start
     */
    public static Database start(Path place, int port, String password) throws IOException {
        var folder = place.toAbsolutePath();
        Files.createDirectories(folder.getParent());
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        var database = new Database(postgres);
        try {
            database.prepare(password);
        } catch (SQLException e) {
            database.close();
            throw new IOException("The database could not be prepared: " + e.getMessage(), e);
        }
        return database;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/kefu";
    }

    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void prepare(String password) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            if (missing(sql, "pg_database where datname = 'kefu'")) sql.execute("create database kefu");
            for (var owner : OWNERS) {
                if (missing(sql, "pg_roles where rolname = '" + owner + "'"))
                    sql.execute("create role " + owner + " login");
                sql.execute("alter role " + owner + " password '" + password.replace("'", "''") + "'");
            }
        }
        try (var connection = postgres.getDatabase("postgres", "kefu").getConnection();
                var sql = connection.createStatement()) {
            sql.execute("revoke all on schema public from public");
            for (var owner : OWNERS) {
                sql.execute("create schema if not exists " + owner + " authorization " + owner);
                sql.execute("alter role " + owner + " in database kefu set search_path = " + owner);
            }
        }
    }

    private static boolean missing(Statement sql, String what) throws SQLException {
        try (var found = sql.executeQuery("select 1 from " + what)) {
            return !found.next();
        }
    }
}
