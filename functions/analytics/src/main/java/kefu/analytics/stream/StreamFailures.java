package kefu.analytics.stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** A counting thread that fails is replaced: it goes on where the last transaction ended. */
class StreamFailures {
    private static final Logger LOG = Logger.getLogger(StreamFailures.class);

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return failure -> {
            LOG.error("Counting failed and goes on in a new thread", failure);
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
