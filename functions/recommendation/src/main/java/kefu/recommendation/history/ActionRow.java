package kefu.recommendation.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import kefu.recommendation.model.behaviour.Action;

/** An action, and the source that told of it. */
@Entity
@Table(name = "action")
class ActionRow {
    @Id
    String source;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "product_id")
    String productId;

    @Enumerated(EnumType.STRING)
    Action.Kind kind;

    Instant at;

    Action action() {
        return new Action(productId, kind, at);
    }
}
