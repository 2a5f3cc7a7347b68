package kefu.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class MaskedLogTest {
    private final MaskedLog masked = new MaskedLog();

    @Test
    void masksTheMessageAndItsParameters() {
        var logged = new ExtLogRecord(
                Level.INFO, "%s wrote at 100%%", ExtLogRecord.FormatStyle.PRINTF, MaskedLogTest.class.getName());
        logged.setParameters(new Object[] {"ada@example.com"});

        assertThat(masked.isLoggable(logged)).isTrue();

        assertThat(new PatternFormatter("%s").format(logged)).isEqualTo("[email] wrote at 100%");
    }

    @Test
    void masksTheMessagesOfAFailureAndItsCauses() {
        var cause = new SQLException("Key (email)=(ada@example.com) already exists.");
        var logged = new ExtLogRecord(Level.ERROR, "failed", MaskedLogTest.class.getName());
        logged.setThrown(new IllegalStateException("cannot keep 13912345678", cause));

        masked.isLoggable(logged);

        assertThat(printed(logged.getThrown()))
                .doesNotContain("ada@example.com", "13912345678")
                .contains(
                        "java.lang.IllegalStateException: cannot keep [phone]",
                        "Caused by: java.sql.SQLException: Key (email)=([email]) already exists.",
                        "at kefu.chassis.privacy.MaskedLogTest.masksTheMessagesOfAFailureAndItsCauses");
    }

    @Test
    void leavesAFailureAsItIsWhereItNamesNobody() {
        var failure = new IllegalStateException("no order #W2378156");
        var logged = new ExtLogRecord(Level.ERROR, "failed", MaskedLogTest.class.getName());
        logged.setThrown(failure);

        masked.isLoggable(logged);

        assertThat(logged.getThrown()).isSameAs(failure);
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
