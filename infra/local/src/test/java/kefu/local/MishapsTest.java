package kefu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kefu.local.home.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads when something is not as it should be: one sentence that says what to do, no stack trace. */
class MishapsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private record Said(int status, String text) {}

    @Test
    void nothingRunsYet() {
        assertThat(kefu("status")).isEqualTo(new Said(1, "Nothing runs here. ./kefu up starts it.\n"));
        assertThat(kefu("down")).isEqualTo(new Said(0, "Nothing runs in " + home + ".\n"));
        assertThat(kefu("down")).isEqualTo(new Said(0, "Nothing runs in " + home + ".\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "99999999999999999999", "4242", "1 0", "-1 17"})
    void whatWasNotedIsBroken(String note) throws IOException {
        var run = Files.createDirectories(home.resolve("run"));
        for (var name : List.of("up.pid", "broker.pid", "database.pid", "routing.pid", "port-offset", "ready"))
            Files.writeString(run.resolve(name), note);

        assertThat(kefu("status").text()).isEqualTo("Nothing runs here. ./kefu up starts it.\n");
        assertThat(kefu("down").text()).isEqualTo("Nothing runs in " + home + ".\n");
        assertThat(run.resolve("broker.pid")).doesNotExist();
    }

    @Test
    void aProcessThatGotAnOldPidIsLeftAlone() throws IOException {
        var run = Files.createDirectories(home.resolve("run"));
        long mine = ProcessHandle.current().pid();
        Files.writeString(run.resolve("routing.pid"), mine + " 1000");

        assertThat(kefu("down").text()).isEqualTo("Nothing runs in " + home + ".\n");
    }

    @Test
    void thereAreNoKeysYet() {
        var said = kefu("token", "--role", "admin");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).isEqualTo("kefu: There are no keys in " + home + "/keys yet: ./kefu up makes them.\n");
    }

    @Test
    void aKeyIsBroken() throws IOException {
        var keys = Files.createDirectories(home.resolve("keys"));
        Files.writeString(
                keys.resolve("private.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThat(kefu("token", "--role", "admin").text())
                .isEqualTo("kefu: " + keys.resolve("private.pem")
                        + " is not a key that can be read; delete it and start again: ./kefu up\n");
    }

    @Test
    void thePortIsTaken() throws IOException {
        // Below the ports that a system gives to whoever connects (from 32768 on Linux).
        int offset = 22_900;
        int port = new Ports(offset).broker();
        try (var somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(somebody.isBound()).isTrue();

            var said = kefu("up", "--port-offset", Integer.toString(offset));

            assertThat(said.status()).isEqualTo(1);
            assertThat(said.text())
                    .contains(
                            "kefu: Port " + port + " (for the broker) is taken",
                            "End what uses it, or move all of Kefu's ports: ./kefu up --port-offset 100")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void theHomeIsAFile() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");

        var said = run("up", "--home", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("kefu: Cannot use " + file + " as Kefu's home")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "50001", "many"})
    void theOffsetIsNone(String offset) {
        var said = kefu("up", "--port-offset", offset);

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains(offset).doesNotContain("\tat ");
    }

    private Said kefu(String command, String... options) {
        var words = new java.util.ArrayList<>(List.of(command, "--home", home.toString()));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private static Said run(String... words) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        var text = new StringWriter();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var writer = new PrintWriter(text, true);
            int status = Kefu.commandLine(CLOCK).setOut(writer).setErr(writer).execute(words);
            return new Said(status, bytes.toString(StandardCharsets.UTF_8) + text);
        } finally {
            System.setOut(out);
        }
    }
}
