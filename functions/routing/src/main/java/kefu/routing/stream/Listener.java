package kefu.routing.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Hears from other replicas which streams have grown, over one connection of its own that it renews when it breaks; and
 * looks itself now and then, for all listeners of this process at once, in case nobody could tell.
 */
@ApplicationScoped
class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final int SILENCE_MILLIS = 5_000;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final AgroalDataSource database;
    private final Tails tails;
    private final Notifier notifier;
    private final StreamConfig config;
    private volatile Thread thread;

    Listener(AgroalDataSource database, Tails tails, Notifier notifier, StreamConfig config) {
        this.database = database;
        this.tails = tails;
        this.notifier = notifier;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("stream-listener").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    /** The read in progress ends by itself within a poll. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.join(config.poll().toMillis() + SILENCE_MILLIS);
    }

    private void run() {
        int pause = 100;
        while (thread != null) {
            try (var connection = database.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
                try {
                    execute(connection, "listen " + Notifier.CHANNEL);
                    tails.wakeAll();
                    pause = 100;
                    listen(connection);
                } finally {
                    // Where the connection is broken this fails, and so the pool learns of it and drops it.
                    execute(connection, "unlisten *");
                }
            } catch (SQLException e) {
                if (thread == null) return;
                LOG.warnf("Streams hear nothing from other replicas, trying again: %s", e.getMessage());
                pause = rest(pause);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        long pollNanos = config.poll().toNanos();
        long nextPoll = System.nanoTime() + pollNanos;
        while (thread != null) {
            long millis = Math.max(1, (nextPoll - System.nanoTime()) / 1_000_000);
            for (var heard : postgres.getNotifications((int) millis))
                if (!notifier.isOwn(heard.getParameter())) tails.wake(Notifier.stream(heard.getParameter()));
            if (System.nanoTime() < nextPoll) continue;
            tails.wakeBehind(lastOfEach(connection));
            nextPoll = System.nanoTime() + pollNanos;
        }
    }

    /** Asked even when nobody listens: it shows that the connection still lives. */
    private Map<String, Long> lastOfEach(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select name, last_seq from event_stream where name = any(?)")) {
            query.setArray(1, connection.createArrayOf("text", tails.streams().toArray()));
            var last = new HashMap<String, Long>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) last.put(rows.getString(1), rows.getLong(2));
            }
            return last;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int rest(int pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
