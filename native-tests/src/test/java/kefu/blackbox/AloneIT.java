package kefu.blackbox;

import static java.util.stream.StreamSupport.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kefu.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Routing with a database and a broker of its own and without any other function, while these go and come back. First,
 * before all of Kefu is started beside it.
 */
@Order(1)
class AloneIT {
    private static final Duration START = Duration.ofSeconds(60);
    private static LonelyRouting routing;

    @BeforeAll
    static void start() throws IOException {
        routing = LonelyRouting.start();
    }

    @AfterAll
    static void end() throws IOException {
        if (routing != null) routing.close();
    }

    @Test
    void answersAndNamesWhatItDoesWithout() {
        var turn = chat().say("你好");

        assertThat(turn.at("/reply/act").asText()).isEqualTo("greet");
        assertThat(degraded(turn)).containsExactly("inference", "profiling");
        assertThat(turn.at("/servedBy/device").asText()).isEqualTo("lexical");
    }

    @Test
    void keepsEventsWhileTheBrokerIsAwayAndSendsEachOnceInItsOrder() throws IOException {
        var here = chat();
        var there = chat();
        here.say("你好");
        there.say("hello");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> numbers(here).equals(List.of(1)) && numbers(there).equals(List.of(1)));

        routing.killBroker();
        for (int i = 0; i < 4; i++) {
            here.say("你好");
            there.say("hello");
        }
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> degraded(chat().say("你好")).contains("kafka"));
        assertThat(routing.process().isReady()).as("ready without its broker").isTrue();
        routing.startBroker();

        var all = IntStream.rangeClosed(1, 5).boxed().toList();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(numbers(here)).isEqualTo(all);
            assertThat(numbers(there)).isEqualTo(all);
        });
        assertThat(Set.copyOf(routing.turns().headers(here.id(), "ce_id"))).hasSize(5);
        assertThat(degraded(here.say("你好"))).doesNotContain("kafka");
    }

    @Test
    void isNotReadyWithoutItsDatabaseAndIsAgainOnceThatIsBack() throws IOException {
        var chat = chat();
        chat.say("你好");

        routing.stopDatabase();
        await().atMost(Duration.ofSeconds(20)).until(() -> !routing.process().isReady());
        var refused = chat.say("你好", "while-away");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().path("type").asText()).isEqualTo("urn:kefu:problem:unavailable");
        assertThat(refused.body().toString()).doesNotContain("Exception", "jdbc", "postgres");
        routing.startDatabase();

        await().atMost(Duration.ofSeconds(30)).until(() -> routing.process().isReady());
        assertThat(chat.say("你好", "while-away").ok().path("number").asInt()).isEqualTo(2);
    }

    @Test
    void startsWithoutItsDatabaseAndIsReadyOnceThatIsThere() throws IOException {
        routing.stopDatabase();
        routing.launchAgain();
        await().atMost(START).until(() -> routing.process().isLive());
        assertThat(routing.process().isReady()).isFalse();
        routing.startDatabase();

        await().atMost(START).until(() -> routing.process().isReady());
        assertThat(chat().say("你好").at("/reply/act").asText()).isEqualTo("greet");
    }

    @Test
    void isNotReadyAndAnswersNobodyBeforeItsTablesAreUpToDate() throws SQLException {
        try (var session = routing.session()) {
            session.setAutoCommit(false);
            session.createStatement().execute("lock table flyway_schema_history in access exclusive mode");
            routing.launchAgain();
            await().atMost(START).until(() -> routing.process().isLive());

            var http = new Http(routing.process().url(), Tokens.customer("c-1"));
            assertThat(http.get("/q/health/ready").body().path("status").asText())
                    .isEqualTo("DOWN");
            assertThat(http.post("/v1/conversations", Map.of()).status()).isEqualTo(503);
        }
        await().atMost(START).until(() -> routing.process().isReady());
        chat().say("你好");
    }

    @Test
    void endsAndSaysWhyWhenItsTablesAreNotThoseOfThisVersion() throws SQLException, IOException {
        try (var session = routing.session();
                var sql = session.createStatement()) {
            sql.execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
            routing.launchAgain();
            await().atMost(START).until(() -> !routing.process().process().isAlive());
            sql.execute("update flyway_schema_history set checksum = checksum - 1 where version = '1'");
        }
        assertThat(routing.process().process().exitValue()).isEqualTo(1);
        assertThat(routing.log()).contains("The tables cannot be brought up to date", "checksum mismatch");
        routing.launchAgain();
        await().atMost(START).until(() -> routing.process().isReady());
    }

    private static Chat chat() {
        var customer = Tokens.customer("c-1");
        return Chat.start(routing.process().url(), customer, "").as(customer);
    }

    /** At least once is promised, so a repeat is none: consumers know an event by its id. */
    private static List<Integer> numbers(Chat chat) {
        return routing.turns().under(chat.id()).stream()
                .map(event -> event.path("number").asInt())
                .distinct()
                .toList();
    }

    private static List<String> degraded(JsonNode turn) {
        return stream(turn.path("degraded").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
