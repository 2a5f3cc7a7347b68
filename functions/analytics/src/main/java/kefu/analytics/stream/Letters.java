package kefu.analytics.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import kefu.model.event.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** What goes to the dead letters: the record as it came, where a topic takes it with what the letter says beside. */
final class Letters {
    /** Packed; a topic takes a mebibyte, and a transaction that it refuses would be tried for ever. */
    private static final int MOST_BYTES = 1_000_000;

    private Letters() {}

    /** @return the record with the letter's headers; without its own headers and value where that would be too large */
    static Record<byte[], byte[]> of(Record<byte[], Reading> record, DeadLetter letter) {
        var value = record.value().data().get();
        boolean fits = packed(value, record.headers()) <= MOST_BYTES;
        var headers = fits ? new RecordHeaders(record.headers()) : new RecordHeaders();
        letter.headers().forEach(headers::add);
        return new Record<>(record.key(), fits ? value : null, record.timestamp(), headers);
    }

    private static int packed(byte[] value, Headers headers) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(value);
            for (var header : headers) if (header.value() != null) gzip.write(header.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }
}
