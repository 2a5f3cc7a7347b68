package kefu.analytics.stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** A counting thread that fails is replaced: it goes on where the last transaction ended. */
class StreamFailures {
    private static final Logger LOG = Logger.getLogger(StreamFailures.class);

    /** So that a failure that stays does not fill the log. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return failure -> {
            LOG.error("Counting failed and goes on in a new thread", failure);
            LockSupport.parkNanos(PAUSE.toNanos());
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
