package kefu.analytics.alert;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.AlertRaised;
import org.jboss.logging.Logger;

/** Makes a finding an alert, unless its metric was in alert a short time ago; worse is told at once. */
@ApplicationScoped
class RaiseAlert {
    private static final Logger LOG = Logger.getLogger(RaiseAlert.class);

    private final Alerts alerts;
    private final Outbox outbox;
    private final AlertConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    RaiseAlert(Alerts alerts, Outbox outbox, AlertConfig config, MeterRegistry metrics, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return whether it was raised */
    @Transactional
    boolean raise(Finding finding) {
        alerts.lock(finding.metric());
        if (isSilent(finding)) return false;
        var now = clock.instant();
        var alert = new AlertRaised(
                Ids.next(),
                now,
                now,
                finding.metric(),
                finding.severity().json(),
                finding.value(),
                finding.expected(),
                finding.window(),
                finding.message());
        alerts.persist(AlertRow.of(alert));
        outbox.append(alert);
        metrics.counter("kefu.alerts", "metric", alert.metric(), "severity", alert.severity())
                .increment();
        LOG.warnf("Alert: %s", alert.message());
        return true;
    }

    private boolean isSilent(Finding finding) {
        var since = clock.instant().minus(config.coolDown());
        if (alerts.raisedSince(finding.metric(), Finding.Severity.CRITICAL.json(), since)) return true;
        return finding.severity() == Finding.Severity.WARNING
                && alerts.raisedSince(finding.metric(), Finding.Severity.WARNING.json(), since);
    }
}
