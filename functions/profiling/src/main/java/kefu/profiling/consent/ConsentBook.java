package kefu.profiling.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;
import kefu.chassis.problem.Problem;
import kefu.model.profile.Consents;
import kefu.profiling.CustomerLock;
import kefu.profiling.PersonalData;

/** The consents of all customers. */
@ApplicationScoped
public class ConsentBook implements PanacheRepositoryBase<ConsentRow, String>, PersonalData {
    private final CustomerLock lock;
    private final Event<ConsentsChanged> changes;
    private final Clock clock;

    ConsentBook(CustomerLock lock, Event<ConsentsChanged> changes, Clock clock) {
        this.lock = lock;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return what the customer allows, as long as nothing else was said: {@link Consents#DEFAULT} */
    public Consents of(String customerId) {
        return noted(customerId).consents();
    }

    @Transactional
    Noted noted(String customerId) {
        return findByIdOptional(customerId).map(Noted::of).orElse(Noted.NOTHING);
    }

    /**
     * @param expected whether the change is meant for this version
     * @throws kefu.chassis.problem.ProblemException 412 when it is not
     */
    @Transactional
    Noted change(String customerId, Consents to, LongPredicate expected) {
        lock.exclusive(customerId);
        var before = noted(customerId);
        if (!expected.test(before.version()))
            throw Problem.changed("The consents were changed since: version " + before.version() + " is the latest.")
                    .asException();
        if (before.version() > 0 && before.consents().equals(to)) return before;
        var row = findById(customerId);
        if (row == null) {
            row = new ConsentRow();
            row.customerId = customerId;
        }
        row.personalisation = to.personalisation();
        row.analytics = to.analytics();
        row.marketing = to.marketing();
        row.version = before.version() + 1;
        row.changedAt = clock.instant();
        getEntityManager().persist(row);
        changes.fire(new ConsentsChanged(customerId, before.consents(), to));
        return Noted.of(row);
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Noted export(String customerId) {
        return noted(customerId);
    }

    @Override
    public int erase(String customerId) {
        return (int) delete("customerId", customerId);
    }

    /** @param version 0 until the customer says something @param since empty until then */
    @RegisterForReflection
    record Noted(Consents consents, long version, Optional<Instant> since) {
        static final Noted NOTHING = new Noted(Consents.DEFAULT, 0, Optional.empty());

        static Noted of(ConsentRow row) {
            return new Noted(row.consents(), row.version, Optional.of(row.changedAt));
        }
    }
}
