package kefu.profiling.folding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import kefu.model.event.Event;
import kefu.model.event.ProductChanged;
import kefu.profiling.CustomerLock;
import kefu.profiling.consent.ConsentBook;
import kefu.profiling.consent.ConsentsChanged;
import kefu.profiling.erasure.Erasures;
import kefu.profiling.profile.Signal;
import kefu.profiling.profile.Signals;

/** Adds events to the evidence, as far as the customer allows. */
@ApplicationScoped
class GatherEvidence {
    private final EvidenceStore evidence;
    private final ServedProfiles profiles;
    private final Categories categories;
    private final ConsentBook consents;
    private final Erasures erasures;
    private final CustomerLock lock;
    private final FoldWorker worker;

    GatherEvidence(
            EvidenceStore evidence,
            ServedProfiles profiles,
            Categories categories,
            ConsentBook consents,
            Erasures erasures,
            CustomerLock lock,
            FoldWorker worker) {
        this.evidence = evidence;
        this.profiles = profiles;
        this.categories = categories;
        this.consents = consents;
        this.erasures = erasures;
        this.lock = lock;
        this.worker = worker;
    }

    /** @return what adds the event, to run within a transaction; empty where it tells of no known customer or product */
    Optional<Runnable> effectOf(Event event) {
        return event instanceof ProductChanged changed
                ? Optional.of(() -> note(changed))
                : Signals.of(event).map(found -> () -> add(found));
    }

    private void note(ProductChanged changed) {
        if (categories.note(changed)) worker.wakeAfterCommit();
    }

    private void add(Signals found) {
        lock.exclusive(found.customerId());
        if (!consents.of(found.customerId()).personalisation()) return;
        var counting = found.signals().stream()
                .filter(signal -> !erasures.isForgotten(found.customerId(), signal.at()))
                .toList();
        counting.forEach(signal -> evidence.add(found.customerId(), signal));
        counting.stream().map(Signal::at).max(Instant::compareTo).ifPresent(seen -> {
            profiles.touch(found.customerId(), seen);
            worker.wakeAfterCommit();
        });
    }

    /** Without personalisation, what was learnt is forgotten; either way, the profile says what is allowed now. */
    void follow(@Observes ConsentsChanged change) {
        if (!change.now().personalisation()) {
            evidence.erase(change.customerId());
            profiles.update("lastSeen = null where customerId = ?1", change.customerId());
        }
        profiles.touch(change.customerId());
        worker.wakeAfterCommit();
    }
}
