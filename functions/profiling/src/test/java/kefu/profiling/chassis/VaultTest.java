package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import kefu.chassis.vault.Keys;
import kefu.chassis.vault.Vault;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class VaultTest {
    @Inject
    Keys keys;

    @Inject
    Vault vault;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void whatIsSealedOpensAgainAndShowsNothing() {
        var sealed = seal("words", "a place");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("words");
        assertThat(vault.open(sealed, "a place", String.class)).contains("words");
        assertThat(seal("words", "a place")).isNotEqualTo(sealed);
    }

    @Test
    void whatWasSealedForOnePlaceDoesNotOpenInAnother() {
        var sealed = seal("words", "a place");

        assertThatThrownBy(() -> vault.open(sealed, "another", String.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another place");
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        var sealed = seal("words", "a place");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed, "a place", String.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withItsKeyEverythingIsGoneAndANewKeyOpensNothingOld() {
        var sealed = seal("words", "a place");

        assertThat(QuarkusTransaction.requiringNew().call(() -> keys.destroy(subject)))
                .isEqualTo(1);

        assertThat(vault.open(sealed, "a place", String.class)).isEmpty();
        var later = seal("other", "a place");
        assertThat(vault.open(sealed, "a place", String.class)).isEmpty();
        assertThat(vault.open(later, "a place", String.class)).contains("other");
    }

    @Test
    void whoDestroysAKeyWaitsForWhoEncryptsWithIt() throws Exception {
        seal("words", "p");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.begin();
            vault.seal(keys.of(subject), "p", "more words");
            var destroyed =
                    threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> keys.destroy(subject)));

            assertThatThrownBy(() -> destroyed.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            QuarkusTransaction.commit();

            assertThat(destroyed.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void whoEncryptsWhileAKeyIsDestroyedGetsANewOne() throws Exception {
        var before = seal("words", "p");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.begin();
            keys.hold(subject);
            var late = threads.submit(() -> seal("late", "p"));

            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            keys.destroy(subject);
            QuarkusTransaction.commit();

            assertThat(vault.open(late.get(10, TimeUnit.SECONDS), "p", String.class))
                    .contains("late");
            assertThat(vault.open(before, "p", String.class)).isEmpty();
        }
    }

    @Test
    void aKeyWhoseDestructionWasRolledBackStillOpens() {
        var sealed = seal("words", "p");
        QuarkusTransaction.begin();
        keys.destroy(subject);
        QuarkusTransaction.rollback();

        assertThat(vault.open(sealed, "p", String.class)).contains("words");
    }

    @Test
    void aKeyThatWasRolledBackIsNotUsed() {
        QuarkusTransaction.begin();
        keys.lasting(subject);
        QuarkusTransaction.rollback();

        var sealed = QuarkusTransaction.requiringNew().call(() -> vault.seal(keys.lasting(subject), "p", "words"));

        assertThat(vault.open(sealed, "p", String.class)).contains("words");
        assertThat(vault.open(seal("more", "p"), "p", String.class)).contains("more");
    }

    @Test
    void manyWhoWantTheFirstKeyGetTheSame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealed = threads
                    .invokeAll(IntStream.range(0, 12)
                            .<java.util.concurrent.Callable<byte[]>>mapToObj(i -> () -> seal("w" + i, "p"))
                            .toList())
                    .stream()
                    .map(f -> f.resultNow())
                    .toList();
            assertThat(sealed.stream().map(bytes -> java.util.Arrays.hashCode(java.util.Arrays.copyOf(bytes, 16))))
                    .containsOnly(java.util.Arrays.hashCode(java.util.Arrays.copyOf(sealed.getFirst(), 16)));
        }
    }

    @Test
    void aValueOfANewerReplicaIsReadForWhatIsKnown() {
        record Known(String a) {}
        var sealed = QuarkusTransaction.requiringNew()
                .call(() -> vault.seal(keys.of(subject), "p", Map.of("a", "1", "b", "2")));

        assertThat(vault.open(sealed, "p", Known.class)).contains(new Known("1"));
    }

    private byte[] seal(String words, String place) {
        return QuarkusTransaction.requiringNew().call(() -> vault.seal(keys.of(subject), place, words));
    }
}
