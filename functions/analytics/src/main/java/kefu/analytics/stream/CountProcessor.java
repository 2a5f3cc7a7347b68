package kefu.analytics.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import kefu.analytics.count.CountEvent;
import kefu.analytics.count.Counters;
import kefu.analytics.tally.Tally;
import kefu.model.event.DeadLetter;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Counts the events of one partition: each once, in the bucket of its time, unless it comes later than the grace. */
final class CountProcessor implements Processor<byte[], Reading, byte[], byte[]> {
    private static final Duration TIDY = Duration.ofMinutes(10);
    private static final byte[] YES = {1};

    private final CountingConfig config;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private ProcessorContext<byte[], byte[]> context;
    private WindowStore<String, byte[]> seen;
    private BucketStore buckets;
    private CountEvent count;

    CountProcessor(CountingConfig config, ObjectMapper json, MeterRegistry metrics) {
        this.config = config;
        this.json = json;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.seen = context.getStateStore(Stores.SEEN);
        this.buckets = new BucketStore(
                context, Stored.as(Tally.class, json).serializer(), config.retention(), context::currentStreamTimeMs);
        var conversations = new ConversationStore(
                context.getStateStore(Stores.CONVERSATIONS), config.retention(), context::currentStreamTimeMs);
        var shown = new ShownStore(context.getStateStore(Stores.SHOWN), config.attribution(), config.pseudonymKey());
        this.count = new CountEvent(buckets, conversations, shown);
        context.schedule(config.announce(), PunctuationType.WALL_CLOCK_TIME, buckets::announce);
        context.schedule(TIDY, PunctuationType.STREAM_TIME, _ -> {
            buckets.forgetOld();
            conversations.forgetOld();
        });
    }

    @Override
    public void process(Record<byte[], Reading> record) {
        switch (record.value()) {
            case null -> {} // a tombstone: a compacted topic lets go of a key
            case Reading.Known known -> count(known, record);
            case Reading.Unreadable unreadable -> deadLetter(record, unreadable.cause());
        }
    }

    private void count(Reading.Known known, Record<byte[], Reading> record) {
        long at = record.timestamp();
        long streamTime = context.currentStreamTimeMs();
        if (isPast(at)) {
            metrics.counter("kefu.analytics.records", "outcome", "past").increment();
            return;
        }
        if (at < streamTime - config.grace().toMillis()) {
            note(Counters.LATE, streamTime);
            return;
        }
        if (wasSeen(known.event().id(), streamTime)) {
            note(Counters.DUPLICATES, at);
            return;
        }
        seen.put(known.event().id(), YES, at);
        try (var _ = CountingSpan.of(record.headers(), known.event().topic())) {
            count.count(known.event(), at);
            metrics.counter("kefu.analytics.records", "outcome", "counted").increment();
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            deadLetter(record, DeadLetter.reason(e));
        }
    }

    /**
     * Whether no window shows it any more: a shop brings years of interactions, and remembering their ids would open a
     * segment of the store for each half day of them.
     */
    private boolean isPast(long at) {
        return at < context.currentSystemTimeMs() - config.retention().toMillis();
    }

    /** Looked for at any time that is remembered: a second delivery may carry another time of publishing. */
    private boolean wasSeen(String id, long streamTime) {
        var from = Instant.ofEpochMilli(
                Math.max(0, streamTime - config.duplicates().toMillis()));
        try (var found = seen.fetch(id, from, Instant.ofEpochMilli(streamTime))) {
            return found.hasNext();
        }
    }

    private void deadLetter(Record<byte[], Reading> record, String cause) {
        note(Counters.UNREADABLE, record.timestamp());
        var from = context.recordMetadata().orElseThrow();
        var letter = new DeadLetter(cause, from.topic(), from.partition(), from.offset());
        context.forward(Letters.of(record, letter), CountTopology.DEAD_LETTERS);
    }

    private void note(String what, long at) {
        buckets.change(at, tally -> tally.count(what));
        metrics.counter("kefu.analytics.records", "outcome", what).increment();
    }
}
