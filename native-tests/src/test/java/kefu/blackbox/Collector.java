package kefu.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Collects the spans that functions export (OTLP over HTTP, opentelemetry.proto.collector.trace.v1), and tells who called
 * whom.
 */
final class Collector implements AutoCloseable {
    /** @param parent the id of the span that caused it, empty for none @param attributes those that are texts */
    record Span(String service, String trace, String id, String parent, String name, Map<String, String> attributes) {}

    /** That one service caused work in another. */
    record Edge(String from, String to) {}

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** Opens it on loopback. */
    static Collector open() {
        try {
            var collector =
                    new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/v1/traces", collector::receive);
            collector.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what sends a function's spans here */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "300ms");
    }

    List<Span> all() {
        return List.copyOf(spans);
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** @return who caused work in whom, within this trace */
    Set<Edge> edges(String trace) {
        var known = of(trace);
        var services = known.stream().collect(Collectors.toMap(Span::id, Span::service, (a, _) -> a));
        return known.stream()
                .filter(span -> services.containsKey(span.parent()))
                .map(span -> new Edge(services.get(span.parent()), span.service()))
                .filter(edge -> !edge.from().equals(edge.to()))
                .collect(Collectors.toSet());
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream plain = exchange.getRequestBody();
                InputStream body = zipped ? new GZIPInputStream(plain) : plain) {
            read(Protobuf.read(body.readAllBytes()));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void read(Protobuf request) {
        for (var resource : request.messages(1)) {
            var service = attributes(resource.messages(1).getFirst(), 1).getOrDefault("service.name", "");
            for (var scope : resource.messages(2)) for (var span : scope.messages(2)) spans.add(span(service, span));
        }
    }

    private static Span span(String service, Protobuf span) {
        return new Span(
                service, hex(span.bytes(1)), hex(span.bytes(2)), hex(span.bytes(4)), span.text(5), attributes(span, 9));
    }

    private static Map<String, String> attributes(Protobuf owner, int number) {
        return owner.messages(number).stream()
                .collect(Collectors.toMap(
                        one -> one.text(1),
                        one -> one.messages(2).stream()
                                .map(value -> value.text(1))
                                .findFirst()
                                .orElse(""),
                        (a, _) -> a));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
