package kefu.analytics.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** When it happened; a clock that runs ahead is not believed: nothing is published before it happens. */
final class EventTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long published = record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
        return record.value() instanceof Reading.Known known
                ? Math.clamp(known.event().occurredAt().toEpochMilli(), 0, published)
                : published;
    }
}
