package kefu.analytics.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import kefu.model.event.AlertRaised;

/** An alert that was raised. */
@Entity
@Table(name = "alert")
class AlertRow {
    @Id
    String id;

    @Column(name = "raised_at")
    Instant raisedAt;

    String metric;
    String severity;
    double value;
    double expected;

    @Column(name = "time_window")
    String window;

    String message;

    static AlertRow of(AlertRaised alert) {
        var row = new AlertRow();
        row.id = alert.id();
        row.raisedAt = alert.occurredAt();
        row.metric = alert.metric();
        row.severity = alert.severity();
        row.value = alert.value();
        row.expected = alert.expected();
        row.window = alert.window();
        row.message = alert.message();
        return row;
    }

    AlertRaised alert() {
        return new AlertRaised(id, raisedAt, raisedAt, metric, severity, value, expected, window, message);
    }
}
