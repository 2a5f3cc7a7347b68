package kefu.chassis.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request that was answered, and its answer. */
@Entity
@Table(name = "idempotent_request")
@IdClass(IdempotentRequest.Key.class)
class IdempotentRequest {
    @Id
    String scope;

    @Id
    @Column(name = "request_key")
    String key;

    String fingerprint;

    String answer;

    @Column(name = "answered_at")
    Instant answeredAt;

    record Key(String scope, String key) {}
}
