package kefu.profiling.erasure;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.profiling.CustomerLock;
import kefu.profiling.PersonalData;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets a customer in this function, and says so. */
@ApplicationScoped
class EraseCustomer {
    private final List<PersonalData> holdings;
    private final CustomerLock lock;
    private final Outbox outbox;
    private final Clock clock;
    private final String function;

    EraseCustomer(
            @All List<PersonalData> holdings,
            CustomerLock lock,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String function) {
        this.holdings = holdings;
        this.lock = lock;
        this.outbox = outbox;
        this.clock = clock;
        this.function = function;
    }

    /** Within a transaction. */
    void erase(ErasureRequested request) {
        lock.exclusive(request.customerId());
        int erased = holdings.stream()
                .mapToInt(holding -> holding.erase(request.customerId()))
                .sum();
        var now = clock.instant();
        outbox.append(new ErasureConfirmed(Ids.next(), now, now, request.customerId(), function, erased));
    }
}
