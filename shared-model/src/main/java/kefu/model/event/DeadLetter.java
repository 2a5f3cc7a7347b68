package kefu.model.event;

import java.util.Map;

/**
 * What a record that cannot be processed says of itself on its dead-letter topic, in headers beside its own.
 *
 * @param reason why it cannot be processed
 * @param topic the topic it was in, with partition and offset there
 */
public record DeadLetter(String reason, String topic, int partition, long offset) {
    /** The header with {@link #reason}. */
    public static final String REASON = "dead-letter-reason";
    /** The header with {@link #topic}. */
    public static final String TOPIC = "dead-letter-topic";
    /** The header with {@link #partition}. */
    public static final String PARTITION = "dead-letter-partition";
    /** The header with {@link #offset}. */
    public static final String OFFSET = "dead-letter-offset";

    /** @return where what cannot be processed of a topic goes */
    public static String topic(String topic) {
        return topic + ".dead-letter";
    }

    /** @return values by the name of their header */
    public Map<String, String> headers() {
        return Map.of(
                REASON, String.valueOf(reason),
                TOPIC, topic,
                PARTITION, String.valueOf(partition),
                OFFSET, String.valueOf(offset));
    }
}
