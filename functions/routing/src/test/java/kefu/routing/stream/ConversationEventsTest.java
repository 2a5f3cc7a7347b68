package kefu.routing.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kefu.chassis.retention.Retention;
import kefu.routing.privacy.ConversationVault;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ConversationEventsTest {
    private static final String OWNER = "c-streams";

    @Inject
    SomeConversations conversations;

    @Inject
    ConversationEvents events;

    @Inject
    ConversationVault vault;

    @Inject
    Retention retention;

    @Inject
    Tails tails;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    URI server;

    private String id;

    @BeforeEach
    void conversation() {
        id = conversations.of(OWNER);
    }

    @Test
    void eventsArriveAsTheyHappenWithTheirNumbersAndKinds() throws Exception {
        say("one");
        try (var client = listen(null)) {
            say("two");
            await().untilAsserted(() -> assertThat(client.ids()).containsExactly("1", "2"));
            assertThat(client.contentType()).startsWith("text/event-stream");
            assertThat(client.kinds()).containsOnly("agent_message");
            assertThat(client.events().getLast().data()).isEqualTo("{\"text\":\"two\"}");
            assertThat(client.comments()).isPositive();
        }
    }

    @Test
    void whoComesAgainHearsExactlyWhatWasMissed() throws Exception {
        IntStream.range(0, 5).forEach(i -> say("m" + i));
        try (var client = listen("3")) {
            say("m5");
            await().untilAsserted(() -> assertThat(client.ids()).containsExactly("4", "5", "6"));
        }
    }

    @Test
    void numbersHaveNoGapsHoweverManyWriteAtOnceAndWhateverIsRolledBack() throws Exception {
        try (var client = listen(null);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                int n = i;
                writers.submit(() -> n % 3 == 0 ? rollBack() : say("m" + n));
            }
            await().untilAsserted(() -> assertThat(client.ids())
                    .isEqualTo(LongStream.rangeClosed(1, 40)
                            .mapToObj(Long::toString)
                            .toList()));
        }
    }

    @Test
    void anotherReplicasEventsArriveWithinMillisecondsOfItsNotification() throws Exception {
        try (var client = listen(null)) {
            await().until(() -> client.comments() > 0);
            var millis = new ArrayList<Long>();
            for (int i = 1; i <= 15; i++) {
                int n = i;
                long written = elsewhere(n, true);
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> client.events().size() >= n);
                millis.add((client.events().get(n - 1).arrived() - written) / 1_000_000);
            }
            millis.sort(null);
            // A poll alone would need half a second in the middle.
            assertThat(millis.get(millis.size() / 2))
                    .as("median of %s ms", millis)
                    .isLessThan(250);
        }
    }

    @Test
    void anEventThatNobodyTellsOfIsFoundByThePoll() throws Exception {
        try (var client = listen(null)) {
            await().until(() -> client.comments() > 0);
            elsewhere(1, false);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(client.ids()).containsExactly("1"));
        }
    }

    @Test
    void theListenerComesBackWhenItsConnectionIsCut() throws Exception {
        try (var client = listen(null)) {
            await().until(() -> client.comments() > 0);
            execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and (query like 'listen %' or query like '%from event_stream where name = any%')");
            // The pool may hand out a connection that was cut, too, before it notices.
            await().ignoreExceptionsInstanceOf(SQLException.class).until(() -> {
                elsewhere(1, true);
                return true;
            });
            await().untilAsserted(() -> assertThat(client.ids()).containsExactly("1"));
        }
    }

    @Test
    void aListenerWhoLeavesIsForgotten() throws Exception {
        int before = tails.count();
        var client = listen(null);
        await().until(() -> tails.count() == before + 1);
        client.close();
        say("into the void");
        await().atMost(Duration.ofSeconds(20)).until(() -> tails.count() == before);
    }

    @Test
    void aClientWithoutEventSourcePagesThroughTheSame() {
        IntStream.range(0, 3).forEach(i -> say("m" + i));
        asOwner()
                .get("/v1/conversations/{id}/events?format=json&limit=2", id)
                .then()
                .statusCode(200)
                .body("items.seq", contains(1, 2), "items[0].data.text", equalTo("m0"), "next", equalTo("2"));
        asOwner()
                .accept("application/json")
                .get("/v1/conversations/{id}/events?after=2&limit=2", id)
                .then()
                .statusCode(200)
                .body("items.seq", contains(3), "next", nullValue());
    }

    @Test
    void eventsThatAreKeptLongEnoughAreRemovedAndTheNumbersGoOn() throws Exception {
        IntStream.range(0, 3).forEach(i -> say("m" + i));
        execute("update stream_event set at = now() - interval '31 days' where conversation_id = '" + id
                + "' and seq < 3");

        retention.prune();

        say("new");
        asOwner()
                .get("/v1/conversations/{id}/events?format=json", id)
                .then()
                .statusCode(200)
                .body("items.seq", contains(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void anIdThatNoEventHasIsRefused(String lastEventId) {
        asOwner()
                .header("Last-Event-ID", lastEventId)
                .get("/v1/conversations/{id}/events", id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("Last-Event-ID"));
    }

    @Test
    void strangersHearNothing() {
        given().get("/v1/conversations/{id}/events", id).then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.customer("c-other"))
                .get("/v1/conversations/{id}/events", id)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/conversations/{id}/events", "unknown")
                .then()
                .statusCode(404);
    }

    @Test
    void anEventIsPartOfATransaction() {
        assertThatThrownBy(() -> events.append(id, ConversationEvents.TURN, Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void aForgottenConversationHasNoEvents() {
        say("secret");
        QuarkusTransaction.requiringNew().run(() -> events.forget(id));
        asOwner()
                .get("/v1/conversations/{id}/events?format=json", id)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    private io.restassured.specification.RequestSpecification asOwner() {
        return given().auth().oauth2(Tokens.customer(OWNER));
    }

    private SseClient listen(String lastEventId) throws IOException, InterruptedException {
        return SseClient.open(
                server.resolve("/v1/conversations/" + id + "/events"), Tokens.customer(OWNER), lastEventId);
    }

    private Long say(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events.append(id, ConversationEvents.AGENT_MESSAGE, Map.of("text", text))
                        .seq());
    }

    private Long rollBack() {
        QuarkusTransaction.begin();
        long seq = events.append(id, ConversationEvents.AGENT_MESSAGE, Map.of("text", "never"))
                .seq();
        QuarkusTransaction.rollback();
        return seq;
    }

    /** Writes an event as another replica does. @return when it was committed */
    private long elsewhere(int seq, boolean tell) throws SQLException {
        var stream = ConversationEvents.stream(id);
        var data = HexFormat.of().formatHex(vault.seal(id, stream + "/" + seq, Map.of()));
        execute("insert into event_stream values ('" + stream + "', " + seq
                + ") on conflict (name) do update set last_seq = " + seq
                + "; insert into stream_event (stream, seq, kind, data, at, conversation_id) values ('" + stream + "', "
                + seq + ", 'turn', '\\x" + data + "', now(), '" + id + "')");
        long written = System.nanoTime();
        if (tell) execute("select pg_notify('kefu_stream', 'another-replica " + stream + "')");
        return written;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
