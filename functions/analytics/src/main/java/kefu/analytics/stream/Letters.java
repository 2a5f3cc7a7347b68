package kefu.analytics.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import kefu.model.event.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** What goes to the dead letters: the record as it came, where a topic takes it with what the letter says beside. */
final class Letters {
    private static final Logger LOG = Logger.getLogger(Letters.class);
    /** Packed; a topic takes a mebibyte, and a transaction that it refuses would be tried for ever. */
    private static final int MOST_BYTES = 1_000_000;

    private Letters() {}

    /** @return the record with the letter's headers; without its own headers and value, or its key too, where that is too large */
    static Record<byte[], byte[]> of(Record<byte[], Reading> record, DeadLetter letter) {
        var whole = letter(record.key(), record.value().data().get(), record.headers(), record.timestamp(), letter);
        if (fits(whole)) return whole;
        LOG.errorf("A letter is kept without value and headers, which would be too large: %s", letter);
        var address = letter(record.key(), null, new RecordHeaders(), record.timestamp(), letter);
        return fits(address) ? address : address.withKey(null);
    }

    private static Record<byte[], byte[]> letter(
            byte[] key, byte[] value, Headers own, long timestamp, DeadLetter letter) {
        var headers = new RecordHeaders(own);
        letter.headers().forEach(headers::add);
        return new Record<>(key, value, timestamp, headers);
    }

    private static boolean fits(Record<byte[], byte[]> record) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (var bytes : contents(record).toList()) if (bytes != null) gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size() <= MOST_BYTES;
    }

    private static Stream<byte[]> contents(Record<byte[], byte[]> record) {
        var headers = Stream.of(record.headers().toArray())
                .flatMap(header -> Stream.of(header.key().getBytes(StandardCharsets.UTF_8), header.value()));
        return Stream.concat(Stream.of(record.key(), record.value()), headers);
    }
}
