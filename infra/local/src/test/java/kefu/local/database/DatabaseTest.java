package kefu.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import kefu.local.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Path PROGRAMS = Path.of("target/postgres");
    private static final String PASSWORD = "it's secret";

    @TempDir
    private Path folder;

    @Test
    void dataIsKeptOverARestartAndNoProcessIsLeft() throws Exception {
        ProcessHandle first;
        try (var database = Database.start(settings(FreePorts.one()))) {
            first = database.process();
            execute(database, "routing", "create table note (text text)");
            execute(database, "routing", "insert into note values ('kept, 留下')");
        }
        assertThat(first.isAlive()).isFalse();

        ProcessHandle second;
        try (var database = Database.start(settings(FreePorts.one()))) {
            second = database.process();
            assertThat(query(database, "routing", "select text from note")).isEqualTo("kept, 留下");
        }
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aFunctionReachesItsOwnSchemaAlone() throws Exception {
        try (var database = Database.start(settings(FreePorts.one()))) {
            execute(database, "profiling", "create table secret (text text)");

            assertThatThrownBy(() -> query(database, "routing", "select text from profiling.secret"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "profiling", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aServerLeftBehindByAKilledKefuIsEndedAndItsDataIsTakenOver() throws Exception {
        var abandoned = Database.start(settings(FreePorts.one()));
        execute(abandoned, "routing", "create table note as select 'kept' as text");

        try (var database = Database.start(settings(FreePorts.one()))) {
            assertThat(abandoned.process().isAlive()).isFalse();
            assertThat(query(database, "routing", "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void aNoteOfAServerWhosePidIsAnotherProcessNowIsNoHindrance() throws Exception {
        Database.start(settings(FreePorts.one())).close();
        var note = folder.resolve("data/postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");

        try (var database = Database.start(settings(FreePorts.one()))) {
            assertThat(query(database, "routing", "select 'up'")).isEqualTo("up");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aTakenPortIsReportedWithTheServersOwnWords() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.start(settings(taken.getLocalPort())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Address already in use")
                    .hasMessageContaining("--port-offset");
        }
    }

    private DatabaseSettings settings(int port) {
        return new DatabaseSettings(
                folder.resolve("data"), PROGRAMS, folder.resolve("database.log"), port, PASSWORD, false);
    }

    private static void execute(Database database, String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), role, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), role, PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
