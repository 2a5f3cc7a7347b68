package kefu.inference.generation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** A small HTTP server that speaks streamed chat completions; what it says is in the facts it is given. */
public class ChatEndpoint implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/chat/completions", ChatEndpoint::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            Path key = Files.writeString(Files.createTempFile("kefu", "key"), "sesame\n");
            return Map.of(
                    "kefu.inference.generation.url",
                    "http://localhost:" + server.getAddress().getPort() + "/v1",
                    "kefu.inference.generation.model",
                    "tiny",
                    "kefu.inference.generation.key-file",
                    key.toString(),
                    "kefu.inference.generation.timeout",
                    "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = "Bearer sesame".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!known || question.contains("BREAK")) {
                exchange.sendResponseHeaders(known ? 500 : 401, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(exchange, "Good news! Your order 4711 ");
            if (question.contains("HANG")) sleep(10_000);
            if (question.contains("CUT")) return;
            say(exchange, question.contains("LIE") ? "arrives in 3 days. " : "is on its way. ");
            say(exchange, "Have a nice day.");
            exchange.getResponseBody().write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void say(HttpExchange exchange, String piece) throws IOException {
        String data = "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"" + piece + "\"}}]}\n\n";
        exchange.getResponseBody().write(data.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
