package kefu.inference.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Asks a running inference function, one text at a time and lists of 32. On the caller's own thread: the JDK's newer client
 * takes a millisecond for the way to its threads and back.
 */
final class OverHttp {
    static final int LIST = 32;
    /** From then on its compilers have seen what serving takes; a function serves for hours. */
    private static final int WARM_UP = 3_000;

    private final ObjectMapper json = new ObjectMapper();
    private final URL understand;

    /** @param url of the function, {@code http://localhost:8081} */
    OverHttp(String url) {
        try {
            this.understand =
                    URI.create(url.replaceAll("/+$", "") + "/v1/understand").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of a function: " + url, e);
        }
    }

    /** Asks in turn until a function that has just started serves as one that has been there for a while. */
    void warmUp(List<String> texts) {
        for (int i = 0; i < WARM_UP; i++) ask(texts.get(i % texts.size()));
    }

    /** @return how long a text takes, asked alone */
    Timing single(String text, int runs) {
        return Timing.of(runs, () -> ask(text));
    }

    /** @return how long a list of texts takes */
    Timing list(String text, int runs) {
        List<String> list = Collections.nCopies(LIST, text);
        return Timing.of(runs, () -> ask(list));
    }

    private void ask(Object text) {
        try {
            var request = (HttpURLConnection) understand.openConnection();
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = request.getOutputStream()) {
                json.writeValue(body, Map.of("text", text));
            }
            if (request.getResponseCode() != HttpURLConnection.HTTP_OK)
                throw new IllegalStateException(understand + " answered " + request.getResponseCode());
            try (InputStream answer = request.getInputStream()) {
                answer.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(understand + " cannot be asked", e);
        }
    }
}
