package kefu.routing.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.conversation.AnswerTurn;
import kefu.routing.stream.SomeConversations;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hand-over commits while a turn is being computed: the turn goes to whoever owns the conversation then. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class TurnMeetsHandOverTest {
    private static final String OWNER = "c-meets";

    @Inject
    SomeConversations conversations;

    @Inject
    Handoffs handoffs;

    @Inject
    AgentDesk desk;

    @Inject
    AnswerTurn answerTurn;

    @Inject
    AgroalDataSource database;

    private String conversation;
    private String handoff;

    @BeforeEach
    void waiting() {
        conversation = conversations.of(OWNER);
        handoff = QuarkusTransaction.requiringNew()
                .call(() -> handoffs.request(conversation, OWNER, "asked", "en", null, "")
                        .id());
    }

    @Test
    void aReplyComputedBeforeAClaimIsDropped() throws Exception {
        var answer = whileATurnIsAnswered(() -> desk.claim(handoff, "mei"));
        assertThat(answer.reply()).isNull();
        assertThat(answer.owner()).isEqualTo(new Owner("agent", 1));
        assertThat(kinds()).containsExactly("handoff_waiting", "agent_joined", "customer_message");
    }

    @Test
    void wordsMeantForAnAgentWhoHasLeftAreAnsweredByTheBot() throws Exception {
        desk.claim(handoff, "mei");
        var answer = whileATurnIsAnswered(() -> desk.giveBack(handoff, "mei", false));
        assertThat(answer.reply()).isNotNull();
        assertThat(answer.owner()).isEqualTo(new Owner("bot", 2));
        assertThat(kinds()).containsExactly("handoff_waiting", "agent_joined", "returned", "turn");
    }

    @Test
    void whoCallsOffWhomAnAgentHasJustSentIsHeardByTheAgent() throws Exception {
        var answer = whileATurnIsAnswered(() -> desk.claim(handoff, "mei"), "never mind");
        assertThat(answer.reply()).isNull();
        assertThat(answer.owner()).isEqualTo(new Owner("agent", 1));
        assertThat(kinds()).containsExactly("handoff_waiting", "agent_joined", "customer_message");
    }

    @Test
    void nobodyIsToldOfAPersonWhoWasCalledOffMeanwhile() throws Exception {
        var answer = whileATurnIsAnswered(() -> handoffs.callOff(conversation), "I want to talk to a human");
        assertThat(answer.handoff().status()).isEqualTo("waiting");
        assertThat(answer.handoff().id()).isNotEqualTo(handoff);
        assertThat(kinds()).containsExactly("handoff_waiting", "returned", "handoff_waiting", "turn");
    }

    /** The hand-over is made before the turn begins, and committed when the turn has come so far as to wait for it. */
    private TurnAnswer whileATurnIsAnswered(Runnable handOver) throws Exception {
        return whileATurnIsAnswered(handOver, "Hello there");
    }

    private TurnAnswer whileATurnIsAnswered(Runnable handOver, String said) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.begin();
            handOver.run();
            var turn = threads.submit(
                    () -> answerTurn.answer(conversation, null, new TurnRequest(said, null, null, null)));
            await().atMost(20, TimeUnit.SECONDS).until(this::somebodyWaits);
            QuarkusTransaction.commit();
            return turn.get(20, TimeUnit.SECONDS);
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return waiting.next();
        }
    }

    private List<String> kinds() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.customer(OWNER))
                .get("/v1/conversations/{id}/events?format=json", conversation)
                .path("items.kind");
    }
}
