package kefu.local.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kefu.local.UserError;
import kefu.local.http.Api;

/** Holds conversations and takes the time of each turn, from the request to the whole reply. */
public final class Turns implements Closeable {
    /** What is said, in turn; the forward passes of the floor are over the same texts. */
    public static final List<String> TEXTS = List.of(
            "Where is my parcel? It should have been here on Monday.",
            "我的订单什么时候发货？",
            "How long do I have to return something I do not like?",
            "这款保温杯质量怎么样，耐用吗？",
            "Do you ship to Canada and what does it cost?",
            "支持七天无理由退货吗？");

    private static final int TURNS_A_CONVERSATION = 6;

    private final Api routing;
    private final Wire wire = new Wire();

    Turns(Api routing) {
        this.routing = routing;
    }

    /** Each turn waits for the one before. */
    Latencies sequential(int count) {
        var millis = new double[count];
        var talk = begin();
        for (int i = 0; i < count; i++) {
            if (i % TURNS_A_CONVERSATION == 0) talk = begin();
            long since = System.nanoTime();
            talk.say(TEXTS.get(i % TEXTS.size()));
            millis[i] = (System.nanoTime() - since) / 1e6;
        }
        return new Latencies(millis);
    }

    /**
     * Turns begin at a fixed rate whatever is still unanswered, and count from when they should have begun: a stall is
     * everybody's who came meanwhile (no coordinated omission).
     */
    Latencies atRate(int perSecond, Duration time) throws InterruptedException {
        int count = (int) (perSecond * time.toSeconds());
        var talks = new ArrayList<Talk>();
        for (int i = 0; i < Math.ceilDiv(count, TURNS_A_CONVERSATION); i++) talks.add(begin());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Double>>();
            long start = System.nanoTime() + 100_000_000;
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                // Neighbours in time belong to different conversations: one conversation answers one turn at a time.
                var talk = talks.get(i % talks.size());
                var text = TEXTS.get(i % TEXTS.size());
                running.add(threads.submit(() -> {
                    Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                    talk.say(text);
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            var millis = new double[count];
            for (int i = 0; i < count; i++) millis[i] = running.get(i).get();
            return new Latencies(millis);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private Talk begin() {
        var answer = routing.send("POST", "/v1/conversations", Map.of("channel", "api"), Map.of());
        if (!answer.isOk()) throw new UserError("The conversation was not started: " + answer.problem());
        var id = answer.body().path("id").asText();
        return new Talk(
                wire,
                URI.create(routing.url() + "/v1/conversations/" + id + "/turns"),
                answer.body().path("token").asText());
    }

    private record Talk(Wire wire, URI turns, String token) {
        void say(String text) {
            wire.post(turns, token, ("{\"text\": \"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
