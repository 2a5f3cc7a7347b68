package kefu.local.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import kefu.local.UserError;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Test
    void whoTakesTheConnectionAndSaysNothingIsNotTakenForAway() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> at(silent.getLocalPort()).get("/"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("did not answer within 0.3 s");
        }
    }

    @Test
    void whereNobodyListensNothingAnswers() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> at(port).get("/"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Nothing answers at");
    }

    private static Api at(int port) {
        return new Api(HttpClient.newHttpClient(), "http://127.0.0.1:" + port, "", PATIENCE);
    }
}
