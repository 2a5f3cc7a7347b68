package kefu.routing.packtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.pack.Pack;
import kefu.routing.pack.PackFile;
import kefu.routing.pack.PackProblem.Mistake;
import kefu.routing.pack.Packs;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class PackTestsTest {
    private static final String SCRIPT = """
            shop:
              customers:
                - {id: ts-1, firstName: Ann, lastName: Reed, email: ts-1@example.com}
              orders:
                - id: "#W7000001"
                  customerId: ts-1
                  status: pending
                  placedAt: 3 days ago
                  items: [{productId: x, variantId: v, name: Kettle, price: 40.00}]
            conversations:
              cancelling:
                signedIn: ts-1
                turns:
                  - say: cancel my order
                    intent: order.cancel
                    expects: reason
                  - choose: {reason: no longer needed}
                    act: confirm
                    says: Kettle
                    operation: cancelOrder previewed
                afterwards:
                  "#W7000001": pending
            """;

    @Inject
    HoldConversations hold;

    @Inject
    Packs packs;

    @Test
    void theShopsOwnConversationsGoAsExpected() throws IOException {
        var pack = packs.require("ecommerce");

        var conversations = conversations();
        var result = hold.hold(pack.name(), conversations);

        assertThat(result.mistakes()).isEmpty();
        assertThat(result.conversations()).isGreaterThanOrEqualTo(20);
        assertThat(askedFor(pack, conversations))
                .as("flows that a conversation follows")
                .containsAll(pack.flows().keySet());
    }

    @Test
    void aConversationThatGoesAsExpectedIsFine() {
        assertThat(mistakes(SCRIPT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expects: reason                 | expects: mood                 | 16 | expects is reason, expected mood
            intent: order.cancel            | intent: order.urge            | 15 | intent is order.cancel, expected order.urge
            act: confirm                    | act: inform                   | 18 | act is confirm, expected inform
            says: Kettle                    | says: Teapot                  | 19 | expected Teapot
            operation: cancelOrder previewed| operation: cancelOrder done   | 20 | expected cancelOrder done
            "#W7000001": pending            | "#W7000001": cancelled        | 22 | is pending, expected cancelled
            act: confirm                    | art: confirm                  | 18 | art means nothing here
            status: pending                 | status: lost                  | 1  | orders.0: status
            intent: order.cancel            | handoff: customerAsked        | 15 | handoff is none
            signedIn: ts-1                  | language: fr                  | 11 | language
            """)
    void anExpectationThatIsNotMetIsNamedWithItsFileAndLine(String right, String wrong, int line, String what) {
        var mistakes = mistakes(SCRIPT.replace(right, wrong));

        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.getFirst().file()).isEqualTo("tests.yml");
        assertThat(mistakes.getFirst().line()).isEqualTo(line);
        assertThat(mistakes.getFirst().what()).contains(what);
    }

    private List<Mistake> mistakes(String script) {
        return hold.hold("ecommerce", PackFile.read("ecommerce", "tests.yml", script))
                .mistakes();
    }

    private static PackFile conversations() throws IOException {
        try (var in = PackTestsTest.class.getResourceAsStream("/packs/ecommerce/tests.yml")) {
            return PackFile.read("ecommerce", "tests.yml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @return the flows of the intents that the tests expect */
    private static List<String> askedFor(Pack pack, PackFile conversations) {
        return conversations.root().findValuesAsText("intent").stream()
                .distinct()
                .map(pack::intent)
                .filter(intent -> intent.handling() instanceof Handling.Follow)
                .map(intent -> ((Handling.Follow) intent.handling()).flow())
                .collect(Collectors.toList());
    }
}
