package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Questions that say in other words what an article answers, two for each of the demo shop's, by a writer who avoided the
 * articles' own: with inference away articles are found by words alone.
 */
@ExtendWith(WithKefu.class)
class KnowledgeIT {
    /** What meaning must find beside what words do, as a share of the questions. */
    private static final double MORE = 0.2;

    private final RunningKefu kefu;
    private final Http knowledge;

    KnowledgeIT(RunningKefu kefu) {
        this.kefu = kefu;
        this.knowledge = kefu.as(Function.ROUTING, Role.EDITOR);
    }

    @Test
    void meaningFindsInBothLanguagesWhatWordsMiss() {
        Map<String, List<Question>> asked = Map.of("en", questions("en"), "zh", questions("zh"));
        await().atMost(Duration.ofSeconds(60)).until(this::inferenceIsReady);
        var both = foundAfterTheImport(asked);

        var inference = kefu.process(Function.INFERENCE);
        inference.destroyForcibly();
        inference.onExit().join();
        var words = found(asked);
        assertThat(inferenceIsReady())
                .as("inference came back before all questions were asked")
                .isFalse();
        await().atMost(Duration.ofSeconds(60)).until(this::inferenceIsReady);

        System.out.printf("Article found first, by words alone %s, by words and meaning %s%n", words, both);
        words.forEach((language, share) -> assertThat(both.get(language)).isGreaterThan(share + MORE));
    }

    /** Articles get their vectors beside the import: asks until no more are found. */
    private Map<String, Double> foundAfterTheImport(Map<String, List<Question>> asked) {
        var last = new AtomicReference<Map<String, Double>>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> {
                    var now = found(asked);
                    return now.equals(last.getAndSet(now));
                });
        return last.get();
    }

    private boolean inferenceIsReady() {
        try {
            return kefu.as(Function.INFERENCE, Role.ADMIN)
                            .get("/q/health/ready")
                            .status()
                    == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    /** @return language to the share of its questions whose article comes first */
    private Map<String, Double> found(Map<String, List<Question>> asked) {
        var found = new TreeMap<String, Double>();
        asked.forEach((language, questions) -> {
            long first = questions.stream()
                    .filter(question -> isFirst(question, language))
                    .count();
            found.put(language, (double) first / questions.size());
        });
        return found;
    }

    private boolean isFirst(Question question, String language) {
        var path = "/v1/knowledge?limit=1&language=" + language + "&q="
                + URLEncoder.encode(question.text(), StandardCharsets.UTF_8);
        return knowledge.get(path).ok().at("/items/0/id").asText().equals(question.article());
    }

    private record Question(String article, String text) {
        static Question of(String line) {
            var fields = line.split("\t");
            return new Question(fields[0], fields[1]);
        }
    }

    private static List<Question> questions(String language) {
        try (var file = KnowledgeIT.class.getResourceAsStream("/paraphrases/" + language + ".tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Question::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
