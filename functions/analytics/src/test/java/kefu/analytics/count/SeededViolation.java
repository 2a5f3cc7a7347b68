package kefu.analytics.count;

/** Breaks the rules of the rings on purpose, so that a test sees them bite. */
public record SeededViolation(
        org.apache.kafka.clients.producer.Producer<String, String> kafka, kefu.analytics.alert.SeededTarget alert) {}
