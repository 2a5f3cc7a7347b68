package kefu.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Says within this process that a transaction changed something the model should learn. Thread-safe. */
@ApplicationScoped
public class Changes {
    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore changes = new Semaphore(0);

    Changes(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Tells whoever waits, once the transaction that runs has committed. */
    public void afterCommit() {
        if (transactions.getResource(this) != null) return;
        transactions.putResource(this, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) changes.release();
            }
        });
    }

    /** Waits for a change, or until this much time is over. */
    public void await(Duration longest) throws InterruptedException {
        if (changes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) changes.drainPermits();
    }
}
