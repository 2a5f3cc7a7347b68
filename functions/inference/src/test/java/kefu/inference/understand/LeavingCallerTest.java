package kefu.inference.understand;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeavingCallerTest {
    private static final Pattern DROPPED =
            Pattern.compile("kefu_inference_dropped_total\\{[^}]*language=\"en\"[^}]*} ([0-9.]+)");

    private static final Pattern WAITING =
            Pattern.compile("kefu_inference_queue\\{[^}]*language=\"en\"[^}]*} ([0-9.]+)");

    @Test
    void textsOfCallersWhoLeftAreNotEncoded() throws IOException {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        double before = metric(DROPPED);
        List<Socket> callers = new ArrayList<>();
        for (int c = 0; c < 3; c++) callers.add(ask());
        await().atMost(Duration.ofSeconds(30)).until(() -> metric(WAITING) > 0);
        for (Socket caller : callers) caller.close();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metric(DROPPED)).isGreaterThan(before));
        // Those who stay are answered.
        given().contentType("application/json")
                .body(Map.of("text", "hello"))
                .post("/v1/understand")
                .then()
                .statusCode(200);
    }

    private static Socket ask() throws IOException {
        String text = "the parcel with the kettle and the two blue cups has still not come to my door ".repeat(4);
        byte[] body = new ObjectMapper().writeValueAsBytes(Map.of("text", Collections.nCopies(128, text)));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String head = "POST /v1/understand HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }

    private static double metric(Pattern name) {
        var found = name.matcher(given().get("/q/metrics").asString());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }
}
