package kefu.recommendation.recommend;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.ProductsRecommended;
import kefu.recommendation.history.CustomerForgotten;
import org.jboss.logging.Logger;

/**
 * Takes what was shown to the outbox after the answer has gone. A bounded queue lies between: a showing is lost when the
 * process is killed within the moment it waits, or when the queue is full because the database is away for long; the
 * metric {@code kefu.recommendation.showings.dropped} counts the latter. Nothing else depends on a showing.
 */
@ApplicationScoped
class Showings {
    private static final Logger LOG = Logger.getLogger(Showings.class);
    private static final int AT_ONCE = 200;
    private static final long WAIT_MILLIS = 250;
    private static final long STOP_MILLIS = 3_000;

    private final Outbox outbox;
    private final BlockingQueue<ProductsRecommended> waiting;
    private final Counter dropped;
    private volatile Thread thread;
    private volatile boolean reachable = true;

    Showings(Outbox outbox, RecommendConfig config, MeterRegistry metrics) {
        this.outbox = outbox;
        this.waiting = new ArrayBlockingQueue<>(config.showings());
        this.dropped = metrics.counter("kefu.recommendation.showings.dropped");
    }

    /** Never blocks. */
    void add(ProductsRecommended showing) {
        if (!waiting.offer(showing)) dropped.increment();
    }

    void forget(@Observes CustomerForgotten event) {
        waiting.removeIf(showing -> event.customerId().equals(showing.customerId()));
    }

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("showings").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    /** What waits is written before the process ends, if the database is there. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        thread = null;
        if (running != null) running.join(STOP_MILLIS);
    }

    private void run() {
        var batch = new ArrayList<ProductsRecommended>(AT_ONCE);
        try {
            while (thread != null || reachable && !(batch.isEmpty() && waiting.isEmpty())) {
                if (batch.isEmpty()) take(batch);
                if (!batch.isEmpty() && write(batch)) batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.warnf("%d showings were not written", batch.size() + waiting.size());
        }
    }

    private void take(List<ProductsRecommended> batch) throws InterruptedException {
        var first = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) return;
        batch.add(first);
        waiting.drainTo(batch, AT_ONCE - 1);
    }

    private boolean write(List<ProductsRecommended> batch) throws InterruptedException {
        try {
            QuarkusTransaction.requiringNew().run(() -> batch.forEach(outbox::append));
            reachable = true;
            return true;
        } catch (RuntimeException e) {
            if (reachable) LOG.warnf("Showings wait for the database: %s", e.getMessage());
            reachable = false;
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            return false;
        }
    }
}
