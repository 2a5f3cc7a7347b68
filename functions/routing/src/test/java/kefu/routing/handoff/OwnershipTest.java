package kefu.routing.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionalException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kefu.model.turn.Owner;
import kefu.routing.conversation.Conversation;
import kefu.routing.stream.SomeConversations;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class OwnershipTest {
    @Inject
    SomeConversations conversations;

    @Inject
    Ownership ownership;

    @Inject
    Handoffs handoffs;

    @Inject
    AgentDesk desk;

    @Inject
    EntityManager entities;

    private String id;

    @BeforeEach
    void conversation() {
        id = conversations.of("c-owned");
    }

    @Test
    void theBotAnswersFirst() {
        assertThat(current()).isEqualTo(Owner.BOT);
    }

    @Test
    void theEpochGrowsWithEveryHandOverAndWithNothingElse() {
        var first = request();
        assertThat(current()).isEqualTo(new Owner("bot", 0));
        desk.claim(first, "mei");
        desk.claim(first, "mei");
        desk.say(first, "mei", "hello");
        assertThat(current()).isEqualTo(new Owner("agent", 1));
        desk.giveBack(first, "mei", false);
        assertThat(current()).isEqualTo(new Owner("bot", 2));
        var second = request();
        desk.claim(second, "tom");
        desk.resolve(second, "tom", "refunded");
        assertThat(current()).isEqualTo(new Owner("bot", 4));
    }

    @Test
    void aClaimDoesNotWaitForATurnThatIsBeingComputed() throws Exception {
        var handoff = request();
        var computing = new CountDownLatch(1);
        var claimed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE);
                var before = ownership.current(id);
                computing.countDown();
                assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
                return before.equals(ownership.hold(id));
            }));
            computing.await();
            desk.claim(handoff, "mei");
            claimed.countDown();
            // What the turn computed was for an older epoch.
            assertThat(turn.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void aClaimWaitsForATurnThatIsCommitting() throws Exception {
        var handoff = request();
        var holding = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                ownership.hold(id);
                holding.countDown();
                return release.await(10, TimeUnit.SECONDS);
            }));
            holding.await();
            var claim = threads.submit(() -> desk.claim(handoff, "mei"));
            assertThatThrownBy(() -> claim.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            release.countDown();
            assertThat(claim.get(10, TimeUnit.SECONDS).agent()).isEqualTo("mei");
        }
    }

    @Test
    void aHoldIsPartOfATransaction() {
        assertThatThrownBy(() -> ownership.hold(id)).isInstanceOf(TransactionalException.class);
    }

    private Owner current() {
        return QuarkusTransaction.requiringNew().call(() -> ownership.current(id));
    }

    private String request() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        handoffs.request(id, "c-owned", "asked", "en", null, "").id());
    }
}
