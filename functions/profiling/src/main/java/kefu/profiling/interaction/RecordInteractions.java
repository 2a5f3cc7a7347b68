package kefu.profiling.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kefu.chassis.outbox.Outbox;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.Problem.FieldError;
import kefu.chassis.vault.Cipher;
import kefu.chassis.vault.Keys;
import kefu.model.Ids;
import kefu.model.event.InteractionRecorded;
import kefu.profiling.CustomerLock;
import kefu.profiling.erasure.Erasures;

/** Keeps interactions and tells of them, all or none. An event that was told before is not told again. */
@ApplicationScoped
class RecordInteractions {
    private final Interactions interactions;
    private final Keys keys;
    private final Erasures erasures;
    private final CustomerLock lock;
    private final Outbox outbox;
    private final Clock clock;

    RecordInteractions(
            Interactions interactions, Keys keys, Erasures erasures, CustomerLock lock, Outbox outbox, Clock clock) {
        this.interactions = interactions;
        this.keys = keys;
        this.erasures = erasures;
        this.lock = lock;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return whose {@code Idempotency-Key} it is */
    static String scope(String caller) {
        return "interactions/" + caller;
    }

    @Transactional
    Accepted record(List<Submission> submissions) {
        var customers =
                submissions.stream().map(s -> s.interaction().customerId()).collect(Collectors.toSet());
        lock.shared(customers);
        refuseErased(submissions, customers);
        var ciphers = new HashMap<String, Cipher>();
        // In one order, so that two requests that make the same keys do not wait for each other.
        customers.stream().sorted().forEach(customer -> ciphers.put(customer, keys.of(customer)));
        var now = clock.instant();
        var ids = new ArrayList<String>(submissions.size());
        for (var submission : submissions) ids.add(record(submission, ciphers, now));
        return new Accepted(ids.size(), ids);
    }

    private String record(Submission submission, Map<String, Cipher> ciphers, Instant now) {
        var cipher = ciphers.get(submission.interaction().customerId());
        var id = submission.id().orElseGet(Ids::next);
        if (!interactions.add(id, submission, cipher, now)) {
            var before = interactions.idOf(submission);
            if (before.isPresent()) return before.get();
            // Another source or customer has an event of this id, and ids on a topic are unique.
            id = Ids.next();
            if (!interactions.add(id, submission, cipher, now))
                return interactions.idOf(submission).orElseThrow();
        }
        var interaction = submission.interaction();
        outbox.append(new InteractionRecorded(id, interaction.at(), now, MaskedWords.of(interaction)));
        return id;
    }

    private void refuseErased(List<Submission> submissions, Set<String> customers) {
        var erasedAt = erasures.requestedAt(customers);
        if (erasedAt.isEmpty()) return;
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < submissions.size(); i++) {
            var interaction = submissions.get(i).interaction();
            var erased = erasedAt.get(interaction.customerId());
            if (erased != null && !interaction.at().isAfter(erased))
                errors.add(new FieldError(i + ".at", "is before this customer was erased"));
        }
        if (!errors.isEmpty()) throw Problem.invalid(errors).asException();
    }
}
