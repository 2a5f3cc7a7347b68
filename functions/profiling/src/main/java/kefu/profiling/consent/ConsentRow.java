package kefu.profiling.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import kefu.model.profile.Consents;

/** What a customer has said. */
@Entity
@Table(name = "consent")
class ConsentRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    boolean personalisation;

    boolean analytics;

    boolean marketing;

    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    Consents consents() {
        return new Consents(personalisation, analytics, marketing);
    }
}
