package kefu.routing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kefu.routing.store.rules.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final String FILE = file();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return: 30 | return: -1 | policy.yml: days.return: must be a whole number",
                "timeZone: Asia/Shanghai | timeZone: Moon | policy.yml: timeZone: is no time zone",
                "statuses: [pending] | statuses: [waiting] | policy.yml: operations.cancelOrder.statuses.0: status must be",
                "id: no longer needed | name: x | policy.yml: cancel.reasons.0.id: is missing",
                "urgeOrder: | hurryOrder: | policy.yml: operations.hurryOrder: is no operation",
                "zh: 没有差价。 | nl: geen | policy.yml: texts.line.noDifference: has no zh text",
                "Indigo: {zh: | Indigo: {nl: | policy.yml: options.Indigo.nl: is unknown; known are kind",
                "Reason: {reason} | Reason: {cause} | policy.yml: texts.line.reason.en: {cause} is unknown",
                "line.reason: | line.excuse: | policy.yml: texts.line.reason: is missing",
                "taxNumber: \"[0-9 | taxNumber: \"[[0-9 | policy.yml: invoice.taxNumber:"
            })
    void aMistakeIsSaidWithItsPlace(String right, String wrong, String message) {
        assertThat(FILE).contains(right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyFile.read(new YAMLMapper()
                        .readTree(FILE.replaceFirst(
                                java.util.regex.Pattern.quote(right),
                                java.util.regex.Matcher.quoteReplacement(wrong)))))
                .withMessageStartingWith(message);
    }

    @Test
    void aMistakeIsSaidWithItsLine() throws IOException {
        var wrong = FILE.replace("timeZone: Asia/Shanghai", "timeZone: Moon");
        int line = (int) wrong.substring(0, wrong.indexOf("timeZone: Moon"))
                        .lines()
                        .count()
                + 1;
        var file = kefu.routing.pack.PackFile.read("ecommerce", "policy.yml", wrong);

        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> ShopPolicies.read(file))
                .withMessage("The policy cannot be used, line " + line + ": policy.yml: timeZone: is no time zone");
    }

    @ParameterizedTest
    @CsvSource({
        "I don't need it any more, no longer needed",
        "拍错了颜色, ordered by mistake",
        "不想要了, no longer needed",
        "sorry I ordered it BY ACCIDENT, ordered by mistake"
    })
    void aReasonIsHeardInASentence(String sentence, String reason) throws IOException {
        var reasons = PolicyFile.read(new YAMLMapper().readTree(FILE)).cancelReasons();

        assertThat(Choice.saidIn(reasons, sentence)).map(Choice::id).contains(reason);
    }

    @Test
    void aSentenceWithoutAReasonHasNone() throws IOException {
        var reasons = PolicyFile.read(new YAMLMapper().readTree(FILE)).cancelReasons();

        assertThat(Choice.saidIn(reasons, "please cancel it")).isEmpty();
    }

    private static String file() {
        try (var in = PolicyFileTest.class.getResourceAsStream("/packs/ecommerce/policy.yml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
