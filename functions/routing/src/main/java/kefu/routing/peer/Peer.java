package kefu.routing.peer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.net.URIBuilder;

/**
 * Another function over HTTP. Turns wait for it, so it is asked on the caller's own thread: a client with an event loop
 * takes longer, for the way to its threads and back. Its span is the caller's, whose trace goes on there.
 */
public final class Peer implements Closeable {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final CloseableHttpClient http;
    private final URI base;
    private final ObjectMapper json;
    private final TextMapPropagator trace;

    public Peer(PeerConfig config, ObjectMapper json, OpenTelemetry telemetry) {
        this.http = Connections.open(config);
        this.base = URI.create(config.url());
        // A newer function may tell more: fields are only ever added.
        this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        this.trace = telemetry.getPropagators().getTextMapPropagator();
    }

    /** @return the address of what is at this path, to which a query can be added */
    public URIBuilder at(String... path) {
        return new URIBuilder(base).appendPathSegments(path);
    }

    /**
     * @param authorization the header's value, null for none
     * @throws Refused when the function objects to the request
     * @throws RuntimeException when it is away, too slow, or says what is no {@code type}
     */
    public <T> T get(URIBuilder where, String authorization, Class<T> type) {
        var get = new HttpGet(where.toString());
        if (authorization != null) get.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        return ask(get, type);
    }

    /**
     * @throws Refused when the function objects to the request
     * @throws RuntimeException when it is away, too slow, or says what is no {@code type}
     */
    public <T> T post(URI where, Object request, Class<T> type) {
        var post = new HttpPost(where);
        try {
            post.setEntity(new ByteArrayEntity(json.writeValueAsBytes(request), ContentType.APPLICATION_JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ask(post, type);
    }

    private <T> T ask(HttpUriRequestBase request, Class<T> type) {
        // A client that OpenTelemetry knows would have said so itself.
        Span.current()
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, request.getMethod())
                .setAttribute(ServerAttributes.SERVER_ADDRESS, base.getHost());
        trace.inject(Context.current(), request, HttpMessage::setHeader);
        try {
            return http.execute(request, response -> read(response, type));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no answer to " + request.getMethod() + " " + base + ": " + e.getMessage(), e);
        }
    }

    private <T> T read(ClassicHttpResponse response, Class<T> type) throws IOException {
        Span.current().setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, response.getCode());
        if (response.getCode() != OK) {
            EntityUtils.consume(response.getEntity());
            if (response.getCode() / 100 == 4 && response.getCode() != TOO_MANY)
                throw new Refused(base + " refuses what is asked: status " + response.getCode());
            throw new IOException("status " + response.getCode());
        }
        return json.readValue(EntityUtils.toByteArray(response.getEntity()), type);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
