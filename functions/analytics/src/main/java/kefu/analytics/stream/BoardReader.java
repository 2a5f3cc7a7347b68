package kefu.analytics.stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import kefu.analytics.insight.Board;
import kefu.analytics.tally.Tally;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.Deserializer;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the whole board topic, from its beginning at each start, in a consumer group of its own: all replicas see all. */
@ApplicationScoped
class BoardReader {
    private final Board board;
    private final Deserializer<Tally> tallies;

    BoardReader(Board board, ObjectMapper mapper) {
        this.board = board;
        var json = mapper.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        this.tallies = Stored.as(Tally.class, json).deserializer();
    }

    @Incoming("board")
    @Blocking
    void read(ConsumerRecords<String, byte[]> records) {
        for (var record : records) {
            var key = BoardKey.parse(record.key());
            if (record.value() != null)
                board.put(key.bucket(), key.partition(), tallies.deserialize(record.topic(), record.value()));
        }
    }
}
