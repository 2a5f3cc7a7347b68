package kefu.recommendation.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import kefu.recommendation.Changes;
import kefu.recommendation.model.Snapshot;
import kefu.recommendation.model.behaviour.Horizons;
import kefu.recommendation.model.behaviour.Learner;
import org.jboss.logging.Logger;

/** Follows the database: everything once at start, beside serving, then what changed. One thread reads and learns. */
@ApplicationScoped
class ModelTail {
    private static final Logger LOG = Logger.getLogger(ModelTail.class);
    private static final long STOP_MILLIS = 2_000;

    private final LiveModel model;
    private final KeptReader reader;
    private final Changes changes;
    private final TailConfig config;
    private final Learner learner;
    private volatile Thread thread;
    private String from = "0";
    private boolean reachable = true;

    ModelTail(LiveModel model, KeptReader reader, Changes changes, TailConfig config, Clock clock) {
        this.model = model;
        this.reader = reader;
        this.changes = changes;
        this.config = config;
        this.learner = new Learner(Horizons.from(clock.instant()));
    }

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("model").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        running.join(STOP_MILLIS);
    }

    private void run() {
        while (thread != null) {
            try {
                follow();
                reachable = true;
                TimeUnit.NANOSECONDS.sleep(config.pause().toNanos());
                changes.await(config.every());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread == null) return;
                if (reachable) LOG.warnf("The model cannot follow the database for now: %s", e.getMessage());
                reachable = false;
                if (!rest()) return;
            }
        }
    }

    private boolean rest() {
        try {
            TimeUnit.NANOSECONDS.sleep(config.every().toNanos());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void follow() {
        var to = reader.end();
        var kept = reader.read(from, to);
        if (!kept.isEmpty() || !model.loaded()) {
            kept.customers()
                    .forEach((id, customer) ->
                            customer.ifPresentOrElse(c -> learner.learn(id, c), () -> learner.forget(id)));
            model.swap(new Snapshot(model.now().catalogue().with(kept.products()), learner.publish()));
        }
        from = to;
    }
}
