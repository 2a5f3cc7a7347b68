package kefu.analytics.stream;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.kafka.common.header.Headers;

/**
 * The counting of one event, as the last step of the trace that the event's {@code traceparent} header names. Kafka
 * Streams is not traced by Quarkus. Source of the names: OpenTelemetry's semantic conventions for messaging.
 */
record CountingSpan(Span span) implements AutoCloseable {
    private static final TextMapGetter<Headers> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            var keys = new ArrayList<String>();
            headers.forEach(header -> keys.add(header.key()));
            return keys;
        }

        @Override
        public String get(Headers headers, String key) {
            var header = headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    };

    /** @return the span, which is none where the event came without a trace */
    static CountingSpan of(Headers headers, String topic) {
        var telemetry = GlobalOpenTelemetry.get();
        var trace = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), headers, HEADERS);
        if (!Span.fromContext(trace).getSpanContext().isValid()) return new CountingSpan(Span.getInvalid());
        return new CountingSpan(telemetry
                .getTracer("kefu.analytics")
                .spanBuilder(topic + " process")
                .setParent(trace)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation", "process")
                .setAttribute("messaging.destination.name", topic)
                .startSpan());
    }

    @Override
    public void close() {
        span.end();
    }
}
