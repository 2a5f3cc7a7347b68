package kefu.routing.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Says that a stream has grown, once the transaction that grew it is committed. */
@ApplicationScoped
class WakeUps {
    private final TransactionSynchronizationRegistry transactions;
    private final Tails tails;
    private final Notifier notifier;

    WakeUps(TransactionSynchronizationRegistry transactions, Tails tails, Notifier notifier) {
        this.transactions = transactions;
        this.tails = tails;
        this.notifier = notifier;
    }

    void afterCommit(String stream) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) return;
                tails.wake(stream);
                notifier.tell(stream);
            }
        });
    }
}
