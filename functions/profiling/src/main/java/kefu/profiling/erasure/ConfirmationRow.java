package kefu.profiling.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a function has forgotten a customer. */
@Entity
@Table(name = "erasure_confirmation")
@IdClass(ConfirmationRow.Key.class)
class ConfirmationRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    String function;

    int erased;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    record Key(String customerId, String function) {}
}
