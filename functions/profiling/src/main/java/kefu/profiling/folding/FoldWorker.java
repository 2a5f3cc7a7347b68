package kefu.profiling.folding;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Folds what is dirty, a moment after it became so: many events in that moment are one change of the profile. */
@ApplicationScoped
class FoldWorker {
    private static final Logger LOG = Logger.getLogger(FoldWorker.class);
    private static final int BATCH = 100;
    private static final int STOP_SECONDS = 5;

    private final ServedProfiles profiles;
    private final FoldProfile foldProfile;
    private final ProfileConfig config;
    private final jakarta.enterprise.event.Event<EvidenceGathered> gathered;
    private final Semaphore work = new Semaphore(0);
    private volatile Thread thread;

    FoldWorker(
            ServedProfiles profiles,
            FoldProfile foldProfile,
            ProfileConfig config,
            jakarta.enterprise.event.Event<EvidenceGathered> gathered) {
        this.profiles = profiles;
        this.foldProfile = foldProfile;
        this.config = config;
        this.gathered = gathered;
    }

    record EvidenceGathered() {}

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("fold").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        thread = null;
        if (running == null) return;
        work.release();
        running.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    /** There is something to fold once this transaction commits. */
    void wakeAfterCommit() {
        gathered.fire(new EvidenceGathered());
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) EvidenceGathered event) {
        work.release();
    }

    private void run() {
        while (thread != null) {
            try {
                if (work.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    TimeUnit.MILLISECONDS.sleep(config.gather().toMillis());
                    work.drainPermits();
                }
                while (thread != null && foldBatch() == BATCH) {}
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread != null) LOG.warnf("Profiles wait to be folded: %s", e.getMessage());
            }
        }
    }

    /** @return how many were folded; one that cannot be folded does not keep the others waiting */
    private int foldBatch() {
        int folded = 0;
        for (var customerId : profiles.dirty(BATCH)) {
            if (thread == null) return 0;
            try {
                foldProfile.fold(customerId);
                folded++;
            } catch (RuntimeException e) {
                LOG.warnf("A profile waits to be folded: %s", e.getMessage());
            }
        }
        return folded;
    }
}
