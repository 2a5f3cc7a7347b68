package kefu.model.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import kefu.model.Require;

/**
 * What a record that cannot be processed says of itself on its dead-letter topic, in headers beside its own. One that is too
 * large for that is there without its own headers and without a value: it is to be read where it was.
 *
 * @param reason why it cannot be processed; of a long one the beginning
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

    /** All headers of a letter. */
    public static final Set<String> HEADERS = Set.of(REASON, TOPIC, PARTITION, OFFSET);

    private static final int LONGEST_REASON = 1000;

    public DeadLetter {
        Require.text(reason, "reason");
        // A failure may quote all that it could not read.
        if (reason.length() > LONGEST_REASON) reason = reason.substring(0, LONGEST_REASON) + "…";
        Require.text(topic, "topic");
    }

    /** @return where what cannot be processed of a topic goes */
    public static String topic(String topic) {
        return topic + ".dead-letter";
    }

    /** @return what a failure says, or its kind where it says nothing */
    public static String reason(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }

    /** @return values by the name of their header, in UTF-8 */
    public Map<String, byte[]> headers() {
        return Map.of(
                REASON, bytes(reason),
                TOPIC, bytes(topic),
                PARTITION, bytes(String.valueOf(partition)),
                OFFSET, bytes(String.valueOf(offset)));
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
