package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;

/** A metric needs attention.
 *
 * @param severity {@code info, warning} or {@code critical}
 * @param value what was seen
 * @param expected what was to be expected
 * @param window length of the window it was seen in ({@code 5m})
 */
public record AlertRaised(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String metric,
        String severity,
        double value,
        double expected,
        String window,
        String message)
        implements Event {
    static final String TYPE = "kefu.alert.raised.v1";

    public AlertRaised {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(metric, "metric");
        Require.text(severity, "severity");
    }

    @Override
    public String key() {
        return metric;
    }

    @Override
    public String topic() {
        return Topics.ALERTS;
    }
}
