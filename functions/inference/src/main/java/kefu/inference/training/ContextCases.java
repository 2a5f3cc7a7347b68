package kefu.inference.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kefu.inference.heads.Classification;
import kefu.inference.heads.Features;
import kefu.inference.heads.History;
import kefu.inference.heads.Model;
import kefu.inference.training.Dialogues.Utterance;

/**
 * What a model learns from to hear an utterance in its conversation: utterances after their history, once with the labels
 * that their earlier turns have and once with those the model takes them for, as it will be when it serves; and first
 * utterances after the history of somebody else, which mean what they meant: a topic may change.
 */
final class ContextCases {
    private static final int FOLDS = 5;
    private static final int CHANGES = 2;
    private static final float OF_COPIES = 0.5f;

    private final Model model;
    private final List<Utterance> utterances;
    private final List<Classification> alone;
    private final List<String> labels;
    private final List<Member> members = new ArrayList<>();

    /**
     * A case to learn from.
     *
     * @param fold the same for all of one conversation
     * @param alone what the utterance alone was taken for
     * @param counts whether it is one to measure by
     */
    record Member(ContextFit.Case one, int fold, String alone, boolean counts) {}

    private ContextCases(Model model, Dialogues dialogues, float[][] vectors) {
        this.model = model;
        this.utterances = dialogues.utterances();
        this.labels = model.classifiers().get(Model.INTENT).head().labels();
        this.alone = IntStream.range(0, utterances.size())
                .mapToObj(i -> classify(model.space().features(utterances.get(i).text(), vectors[i])))
                .toList();
    }

    /** @param vectors the encoder's of each utterance, each of length 0 for n-grams alone */
    static List<Member> of(Model model, Dialogues dialogues, float[][] vectors, long seed) {
        ContextCases cases = new ContextCases(model, dialogues, vectors);
        cases.collect(seed);
        return cases.members;
    }

    private Classification classify(Features features) {
        return model.classifier(Model.INTENT, features.vector().length > 0)
                .orElseThrow()
                .classify(features);
    }

    private void collect(long seed) {
        Map<String, Integer> folds = new HashMap<>();
        for (Utterance u : utterances) folds.putIfAbsent(u.dialogue(), folds.size() % FOLDS);
        Map<String, String> guesses = new HashMap<>();
        for (int i = 0; i < utterances.size(); i++)
            guesses.put(utterances.get(i).text(), alone.get(i).best().label());
        // Histories of one fold go to utterances of the same: none is on both sides of a division.
        List<List<History>> histories = IntStream.range(0, FOLDS)
                .mapToObj(fold -> utterances.stream()
                        .filter(u -> folds.get(u.dialogue()) == fold)
                        .map(Utterance::history)
                        .filter(h -> !h.isEmpty())
                        .toList())
                .toList();
        Random random = new Random(seed);
        for (int i = 0; i < utterances.size(); i++) {
            Utterance u = utterances.get(i);
            if (!labels.contains(u.label())) continue;
            int fold = folds.get(u.dialogue());
            if (u.history().isEmpty()) changes(i, fold, histories.get(fold), random);
            else {
                add(i, u.history(), 1, fold, u.closes());
                History heard = u.history().relabelled(guesses);
                if (!heard.equals(u.history())) add(i, heard, OF_COPIES, fold, false);
            }
        }
    }

    private void changes(int i, int fold, List<History> others, Random random) {
        for (int change = 0; change < CHANGES && !others.isEmpty(); change++)
            add(i, others.get(random.nextInt(others.size())), OF_COPIES, fold, false);
    }

    private void add(int i, History history, float weight, int fold, boolean counts) {
        Utterance u = utterances.get(i);
        var cues = model.cues(u.text(), alone.get(i), history);
        var one = new ContextFit.Case(cues, labels.indexOf(u.label()), weight);
        members.add(new Member(one, fold, alone.get(i).best().label(), counts));
    }
}
