package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.training.JudgeTurns.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shop's models on conversations of a writer whose words they never learnt from, by n-grams alone (no native library
 * is needed): an utterance is understood better after its history than by itself.
 */
class HistoryHelpsTest {
    private static final double GAIN = 0.04;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aConversationIsUnderstoodBetterThanItsLastUtterance(String language) throws IOException {
        Dialogues dialogues =
                Dialogues.of(language, new String(resource("/turns/" + language + ".csv"), StandardCharsets.UTF_8));
        Model model = ModelFile.read(resource("/models/" + language + ".kefu"), language);
        float[][] none = new float[dialogues.utterances().size()][0];
        List<Answer> answers = JudgeTurns.answers(model, dialogues, none);
        var figures = JudgeTurns.figures(answers);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(200);
        assertThat(figures.get("accuracy")).isGreaterThan(figures.get("utteranceAlone") + GAIN);
        assertThat(figures.get("accuracyWithRightHistory")).isGreaterThan(figures.get("utteranceAlone") + GAIN);
        // What was clear by itself stays clear.
        List<Answer> clear = answers.stream()
                .filter(a -> a.alone().equals(a.utterance().label()))
                .toList();
        long kept = clear.stream()
                .filter(a -> a.heard().equals(a.utterance().label()))
                .count();
        assertThat((double) kept / clear.size()).isGreaterThan(0.9);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = HistoryHelpsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
