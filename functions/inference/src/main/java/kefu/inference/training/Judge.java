package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;
import kefu.inference.heads.Classification;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.heads.Model;

/** Lets a model answer labelled texts. */
final class Judge {
    private Judge() {}

    /** @return the texts as a model reads them, typos mended */
    static List<String> texts(FeatureSpace space, Examples examples) {
        return examples.texts().stream().map(space::spellingCorrected).toList();
    }

    /** @param vectors the encoder's of {@link #texts}, each of length 0 to judge the n-grams alone */
    static Metrics intents(Model model, Examples examples, float[][] vectors) {
        List<Metrics.Answer> answers = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.all().get(i);
            Features features = model.space().features(model.space().spellingCorrected(example.text()), vectors[i]);
            Classification given = model.classifier(Model.INTENT, vectors[i].length > 0)
                    .orElseThrow()
                    .classify(features);
            answers.add(answer(example, example.label(), given));
        }
        return new Metrics(answers);
    }

    static Metrics.Answer answer(Example example, String right, Classification given) {
        return new Metrics.Answer(
                example,
                right,
                given.best().label(),
                given.bestInScope().label(),
                given.best().probability(),
                given.outOfScope());
    }
}
