package kefu.inference.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import kefu.inference.text.Folded;
import org.junit.jupiter.api.Test;

class PatternRuleTest {
    private static final Path CORPUS = Path.of("src/main/corpus");

    /** Where a rule is not tried, its pattern finds nothing: on all that the corpus holds. */
    @Test
    void nothingIsMissedWhereARuleIsNotTried() throws IOException {
        List<PatternRule> rules = rules();
        assertThat(rules).hasSizeGreaterThan(80);
        int found = 0;
        for (String line : lines()) {
            Folded text = Folded.of(line);
            for (PatternRule rule : rules) {
                List<Found> all = rule.find(text);
                assertThat(all).as("%s in %s", rule.pattern(), line).isEqualTo(found(rule, text));
                found += all.size();
            }
        }
        assertThat(found).isGreaterThan(4_000);
    }

    private static List<Found> found(PatternRule rule, Folded text) {
        List<Found> found = new ArrayList<>();
        boolean grouped = rule.pattern().namedGroups().containsKey("v");
        for (MatchResult match : rule.pattern().matcher(text.lower()).results().toList()) {
            int start = grouped ? match.start("v") : match.start();
            int end = grouped ? match.end("v") : match.end();
            if (end > start) rule.value().apply(match).ifPresent(v -> found.add(new Found(rule.type(), v, start, end)));
        }
        return found;
    }

    private static List<PatternRule> rules() {
        return new FindEntities(Clock.systemUTC())
                .rules().stream()
                        .filter(PatternRule.class::isInstance)
                        .map(PatternRule.class::cast)
                        .toList();
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList())
                lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
