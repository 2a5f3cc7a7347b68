package kefu.routing.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kefu.model.Ids;
import org.jboss.logging.Logger;

/**
 * Tells the other replicas which streams have grown, in transactions of its own: NOTIFY inside a turn's transaction would
 * make all commits of the database wait for each other (PostgreSQL takes one lock for the order of notifications). What is
 * lost here, by a crash or while the database is away, the listeners' poll finds.
 */
@ApplicationScoped
class Notifier {
    static final String CHANNEL = "kefu_stream";
    private static final Logger LOG = Logger.getLogger(Notifier.class);

    private final AgroalDataSource database;
    private final String replica = Ids.next();
    private final BlockingQueue<String> grown = new LinkedBlockingQueue<>();
    private volatile Thread thread;

    Notifier(AgroalDataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("stream-notifier").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    void stop(@Observes ShutdownEvent event) {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    /** Never blocks. */
    void tell(String stream) {
        grown.add(stream);
    }

    /** @return whether this process sent the notification, and so needs it no more */
    boolean isOwn(String payload) {
        return payload.startsWith(replica);
    }

    /** @return the stream that a notification names */
    static String stream(String payload) {
        return payload.substring(payload.indexOf(' ') + 1);
    }

    private void run() {
        while (thread != null) {
            try {
                var streams = new TreeSet<>(Set.of(grown.take()));
                grown.drainTo(streams);
                send(streams);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.debugf("Other replicas were not told: %s", e.getMessage());
            }
        }
    }

    private void send(Set<String> streams) throws SQLException {
        try (var connection = database.getConnection();
                var notify = connection.prepareStatement("select pg_notify(?, payload) from unnest(?) as payload")) {
            var payloads = streams.stream().map(s -> replica + " " + s).toArray();
            notify.setString(1, CHANNEL);
            notify.setArray(2, connection.createArrayOf("text", payloads));
            notify.execute();
        }
    }
}
