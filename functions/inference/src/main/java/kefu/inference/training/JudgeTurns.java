package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kefu.inference.heads.Features;
import kefu.inference.heads.History;
import kefu.inference.heads.Model;
import kefu.inference.training.Dialogues.Utterance;

/** Lets a model answer the utterances that close conversations. */
final class JudgeTurns {
    private JudgeTurns() {}

    /**
     * An answer.
     *
     * @param alone by the utterance alone
     * @param heard by the utterance after a history which the model itself understood, turn by turn
     * @param told by the utterance after a history with the right labels
     */
    record Answer(Utterance utterance, String alone, String heard, String told) {}

    /** @param vectors the encoder's of each utterance, each of length 0 to judge the n-grams alone */
    static List<Answer> answers(Model model, Dialogues dialogues, float[][] vectors) {
        List<Answer> answers = new ArrayList<>();
        List<History.Turn> heard = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            Utterance u = dialogues.utterances().get(i);
            if (u.history().isEmpty()) heard.clear();
            Features features = model.space().features(u.text(), vectors[i]);
            String alone = intent(model, u, features, History.NONE);
            String own = intent(model, u, features, new History(heard));
            if (u.closes()) answers.add(new Answer(u, alone, own, intent(model, u, features, u.history())));
            heard.add(new History.Turn(u.text(), own, u.act(), u.expects()));
        }
        return answers;
    }

    private static String intent(Model model, Utterance u, Features features, History history) {
        return model.intent(u.text(), features, history).best().label();
    }

    /** @return the shares of right answers, by name */
    static Map<String, Double> figures(List<Answer> answers) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("utteranceAlone", share(answers, a -> a.alone()));
        figures.put("accuracy", share(answers, a -> a.heard()));
        figures.put("accuracyWithRightHistory", share(answers, a -> a.told()));
        return figures;
    }

    private static double share(List<Answer> answers, java.util.function.Function<Answer, String> given) {
        return answers.stream()
                .mapToInt(a -> given.apply(a).equals(a.utterance().label()) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
