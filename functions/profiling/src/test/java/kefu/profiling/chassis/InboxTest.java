package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.chassis.event.UnreadableEvent;
import kefu.chassis.event.Wire;
import kefu.chassis.inbox.Inbox;
import kefu.model.Ids;
import kefu.model.event.ErasureRequested;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class InboxTest {
    @Inject
    Inbox inbox;

    @Inject
    Wire wire;

    private final List<String> applied = new ArrayList<>();

    @Test
    void anEventHasItsEffectOnceForEachConsumer() {
        var event = event();

        inbox.once(event, "a", e -> applied.add("a"));
        inbox.once(event, "a", e -> applied.add("a again"));
        inbox.once(event, "b", e -> applied.add("b"));

        assertThat(applied).containsExactly("a", "b");
    }

    @Test
    void anEventThatDoesNotConcernTheConsumerLeavesNoNote() {
        var event = event();

        inbox.effectOnce(event, "a", e -> Optional.empty());
        inbox.once(event, "a", e -> applied.add("a"));

        assertThat(applied).containsExactly("a");
    }

    @Test
    void anEventWhoseEffectFailedIsNotTakenForSeen() {
        var event = event();
        assertThatThrownBy(() -> inbox.once(event, "a", e -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        inbox.once(event, "a", e -> applied.add("a"));

        assertThat(applied).containsExactly("a");
    }

    @Test
    void aTombstoneDoesNothingAndWhatIsNoEventSaysSo() {
        inbox.once(null, "a", e -> applied.add("a"));
        assertThatThrownBy(() -> inbox.once("{}".getBytes(StandardCharsets.UTF_8), "a", e -> applied.add("a")))
                .isInstanceOf(UnreadableEvent.class);

        assertThat(applied).isEmpty();
    }

    @Test
    void aFieldThatANewerFunctionAddedIsNoHindrance() {
        var newer = new String(event(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"added\": 1, ");

        inbox.once(newer.getBytes(StandardCharsets.UTF_8), "a", e -> applied.add("a"));

        assertThat(applied).containsExactly("a");
    }

    private byte[] event() {
        return wire.write(new ErasureRequested(Ids.next(), Instant.EPOCH, Instant.EPOCH, "c1"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
