package kefu.analytics.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Values as JSON, in stores and on the board topic. */
final class Stored {
    private Stored() {}

    static <T> Serde<T> as(Class<T> type, ObjectMapper json) {
        return Serdes.serdeFrom((_, value) -> write(value, json), (_, data) -> read(data, type, json));
    }

    private static byte[] write(Object value, ObjectMapper json) {
        try {
            return value == null ? null : json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(byte[] data, Class<T> type, ObjectMapper json) {
        try {
            return data == null ? null : json.readValue(data, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
