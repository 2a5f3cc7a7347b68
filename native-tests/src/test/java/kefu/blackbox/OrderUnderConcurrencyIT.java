package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kefu.local.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many turns of one conversation at once, through two replicas, one of which dies. */
@ExtendWith(WithKefu.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderUnderConcurrencyIT {
    private static final int TURNS = 20;
    private static RoutingProcess second;
    private static String first;
    private static String customer;

    @BeforeAll
    static void startSecond(RunningKefu kefu) {
        first = kefu.url(Function.ROUTING);
        customer = kefu.customer("c-2");
        second = kefu.secondRouting();
    }

    @AfterAll
    static void endSecond() {
        if (second != null) second.close();
    }

    @Test
    @Order(1)
    void turnsThroughTwoReplicasAreNumberedOneByOne() {
        var here = conversation();
        var there = here.through(second.url());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = IntStream.range(0, TURNS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? here : there)
                                    .say("你好 " + i)
                                    .path("number")
                                    .asInt(),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, TURNS).boxed().toList());
        }
    }

    /** Last, for it kills the second replica. */
    @Test
    @Order(2)
    void turnsInFlightInAKilledReplicaAreAnsweredOnceByTheOther() {
        var here = conversation();
        var there = here.through(second.url());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, TURNS)
                    .mapToObj(i -> ask(there, i, threads))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> asked.stream().anyMatch(CompletableFuture::isDone));
            second.kill();
            assertThat(asked.stream().map(CompletableFuture::join))
                    .as("turns that were in flight when the replica died")
                    .anyMatch(Optional::isEmpty);

            for (int i = 0; i < TURNS; i++) {
                var again = here.say(text(i), key(here, i)).ok().path("number").asInt();
                asked.get(i)
                        .join()
                        .ifPresent(answer -> assertThat(again)
                                .isEqualTo(answer.ok().path("number").asInt()));
            }
        }
        var turns = here.http().get(here.path("/turns?limit=200")).ok().path("items");
        assertThat(turns).hasSize(TURNS);
        assertThat(texts(turns))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TURNS)
                        .mapToObj(OrderUnderConcurrencyIT::text)
                        .toList());
    }

    /** With the customer's own token: each local replica makes a key of its own for conversation tokens. */
    private static Chat conversation() {
        return Chat.start(first, customer, "").as(customer);
    }

    /** @return empty when the connection broke before there was an answer */
    private static CompletableFuture<Optional<Answer>> ask(Chat chat, int i, ExecutorService threads) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Optional.of(chat.say(text(i), key(chat, i)));
                    } catch (UncheckedIOException broken) {
                        return Optional.empty();
                    }
                },
                threads);
    }

    private static String text(int i) {
        return "你好 " + i;
    }

    private static String key(Chat chat, int i) {
        return chat.id() + "-" + i;
    }

    private static List<String> texts(Iterable<com.fasterxml.jackson.databind.JsonNode> turns) {
        return StreamSupport.stream(turns.spliterator(), false)
                .map(turn -> turn.at("/request/text").asText())
                .toList();
    }
}
