package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the functions wrote into their logs, after everything else was tested ({@link ClassOrderer.OrderAnnotation}). */
@ExtendWith(WithKefu.class)
@Order(Integer.MAX_VALUE)
class LogsIT {
    private static final List<String> PERSONAL = List.of(
            "zhouting.nj@example.com",
            "yangyang.wh@example.com",
            "lin.mei@example.org",
            "13912345678",
            "139 1234 5678",
            "6222021234567890123",
            "11010519491231002X",
            "Winterfeldt");

    private final RunningKefu kefu;

    LogsIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @Test
    void holdNoPersonalDataWhateverWasSaidOrSentWrongly() throws IOException {
        var chat = Chat.start(kefu.url(Function.ROUTING), "", "");
        chat.say("I am Ada Winterfeldt, lin.mei@example.org, call 13912345678 or 139 1234 5678");
        chat.say("my card is 6222021234567890123, my id 11010519491231002X");
        chat.say("zhouting.nj@example.com");
        mistakes(chat);

        for (var function : Function.values()) {
            var log = Files.readString(kefu.home().log(function.label()));
            assertThat(log).as("log of %s", function.label()).isNotEmpty();
            for (var one : PERSONAL)
                assertThat(log.lines().filter(line -> line.contains(one)))
                        .as("%s in the log of %s", one, function.label())
                        .isEmpty();
        }
    }

    /** Requests that fail in the ways that tempt a function to log what it got. */
    private void mistakes(Chat chat) {
        chat.http().post(chat.path("/turns"), Map.of("txet", "lin.mei@example.org"));
        chat.http().post(chat.path("/turns"), Map.of("text", List.of("13912345678")));
        for (var function : Function.values())
            for (var path : paths())
                kefu.as(function, Role.ADMIN)
                        .post(path, Map.of("id", "Winterfeldt", "email", "lin.mei@example.org", "text", "13912345678"));
        kefu.as(Function.ROUTING, Role.ADMIN).get("/v1/store/customers/lin.mei@example.org");
        kefu.as(Function.PROFILING, Role.ADMIN).get("/v1/customers/lin.mei@example.org/profile");
    }

    private static List<String> paths() {
        return Arrays.asList("/v1/interactions", "/v1/understand", "/v1/nothing", "/v1/conversations");
    }
}
