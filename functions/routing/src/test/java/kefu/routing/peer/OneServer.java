package kefu.routing.peer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Speaks as much HTTP as misbehaving takes: gives every request the same answer, or none, on connections as it likes. */
final class OneServer implements Closeable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String answer = "";
    private volatile boolean closes;
    private volatile String lastHead = "";

    OneServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    void answers(int status, String body) {
        answer = "HTTP/1.1 " + status + " x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    void saysNothing() {
        answer = "";
    }

    void closesAfterEach() {
        closes = true;
    }

    String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    String lastHead() {
        return lastHead;
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            do {
                lastHead = head(in);
                in.readNBytes(LENGTH.matcher(lastHead)
                        .results()
                        .mapToInt(length -> Integer.parseInt(length.group(1)))
                        .sum());
                requests.incrementAndGet();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } while (!closes);
        } catch (IOException gone) {
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("the other side has gone");
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
