package kefu.routing.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest(name = "{0}: claim {1}, act {2}")
    @CsvSource({
        "WAITING,  '',            handoff-not-claimed, mei",
        "CLAIMED,  '',            '',                  mei",
        "CLAIMED,  handoff-taken, handoff-taken,       tom",
        "RESOLVED, handoff-over,  handoff-over,        mei",
        "RESOLVED, handoff-over,  handoff-over,        tom",
        "RETURNED, handoff-over,  handoff-over,        mei",
    })
    void whatAnAgentMayDoDependsOnHowFarItHasCome(HandoffStatus status, String claim, String act, String agent) {
        var handoff = inStatus(status);
        assertThat(handoff.refusalToClaim(agent).map(Handoff.Refusal::name).orElse(""))
                .isEqualTo(claim);
        assertThat(handoff.refusalToAct(agent).map(Handoff.Refusal::name).orElse(""))
                .isEqualTo(act);
    }

    @ParameterizedTest
    @CsvSource({"WAITING, ''", "CLAIMED, handoff-taken", "RESOLVED, handoff-over", "RETURNED, handoff-over"})
    void aCustomerCallsItOffUntilSomebodyHasTakenIt(HandoffStatus status, String refusal) {
        assertThat(inStatus(status)
                        .refusalToCallOff()
                        .map(Handoff.Refusal::name)
                        .orElse(""))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"WAITING, true", "CLAIMED, true", "RESOLVED, false", "RETURNED, false"})
    void aConversationIsOpenUntilSomebodyEndsIt(HandoffStatus status, boolean open) {
        assertThat(status.isOpen()).isEqualTo(open);
    }

    /** Mei's, where it is anybody's. */
    private static Handoff inStatus(HandoffStatus status) {
        var waiting = new Handoff(
                "h1", "k1", null, HandoffStatus.WAITING, "asked", NOW, null, "", "en", "general", null, null, null);
        var claimed = waiting.claimedBy("mei", NOW);
        return switch (status) {
            case WAITING -> waiting;
            case CLAIMED -> claimed;
            case RESOLVED -> claimed.resolved("refunded", NOW);
            case RETURNED -> claimed.returned(NOW);
        };
    }
}
