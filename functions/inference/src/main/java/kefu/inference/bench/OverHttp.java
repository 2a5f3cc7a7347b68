package kefu.inference.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Asks a running inference function, one text at a time and lists of 32. Writes HTTP on one open socket: an HTTP client adds
 * half a millisecond to one and a half, which are not the function's.
 */
final class OverHttp implements AutoCloseable {
    static final int LIST = 32;
    /** From then on its compilers have seen what serving takes; a function serves for hours. */
    private static final int WARM_UP = 6_000;

    private static final int HTTP_PORT = 80;
    private static final int PATIENCE = 60_000;
    private static final String LENGTH = "content-length:";

    private final ObjectMapper json = new ObjectMapper();
    private final URI url;
    private final Socket socket;
    private final InputStream answers;

    /** @param url of the function, {@code http://localhost:8081} */
    OverHttp(String url) throws IOException {
        this.url = URI.create(url.replaceAll("/+$", ""));
        if (!"http".equals(this.url.getScheme()))
            throw new IllegalArgumentException("http://HOST[:PORT] is needed, not " + url);
        this.socket = new Socket(this.url.getHost(), this.url.getPort() < 0 ? HTTP_PORT : this.url.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        this.answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Asks in turn until a function that has just started serves as one that has been there for a while. */
    void warmUp(List<String> texts) {
        for (int i = 0; i < WARM_UP; i++) ask(texts.get(i % texts.size()));
    }

    /** Asks what a list of this text means. */
    void askList(String text) {
        ask(Collections.nCopies(LIST, text));
    }

    /** @param text one, or a list of them */
    void ask(Object text) {
        try {
            socket.getOutputStream().write(request(json.writeValueAsBytes(Map.of("text", text))));
            String status = line();
            skipBody(length());
            if (!status.startsWith("HTTP/1.1 200 ")) throw new IllegalStateException(url + " answered " + status);
        } catch (IOException e) {
            throw new UncheckedIOException(url + " cannot be asked", e);
        }
    }

    /** @return bytes of the body that follows; empty where it comes in chunks (RFC 9112, 7.1) */
    private OptionalInt length() throws IOException {
        OptionalInt length = OptionalInt.empty();
        for (String header = line(); !header.isEmpty(); header = line())
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH))
                length = OptionalInt.of(
                        Integer.parseInt(header.substring(LENGTH.length()).strip()));
        return length;
    }

    private void skipBody(OptionalInt length) throws IOException {
        if (length.isPresent()) {
            answers.skipNBytes(length.getAsInt());
            return;
        }
        int chunk;
        do {
            chunk = Integer.parseInt(line(), 16);
            answers.skipNBytes(chunk);
            line();
        } while (chunk > 0);
    }

    private byte[] request(byte[] body) throws IOException {
        var request = new ByteArrayOutputStream();
        request.write(
                """
                POST %s/v1/understand HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(url.getRawPath(), url.getAuthority(), body.length).getBytes(StandardCharsets.UTF_8));
        request.write(body);
        return request.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) throw new IOException("the connection has ended");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
