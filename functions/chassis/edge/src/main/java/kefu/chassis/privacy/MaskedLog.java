package kefu.chassis.privacy;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Masks every log record, the failure that it reports too, before a handler sees it. */
@LoggingFilter(name = "masked")
public final class MaskedLog implements Filter {
    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (logged.getThrown() != null) logged.setThrown(MaskedFailure.of(logged.getThrown()));
        var message = MESSAGE.formatMessage(logged);
        if (message == null) return true;
        var masked = Masking.mask(message);
        if (!masked.equals(message)) {
            logged.setMessage(masked.replace("%", "%%"));
            logged.setParameters(null);
            if (logged instanceof ExtLogRecord ext) ext.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        return true;
    }
}
