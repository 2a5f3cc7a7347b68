package kefu.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kefu.inference.heads.Classifier;

/**
 * How good answers are.
 *
 * @param answers each with what would have been right
 */
record Metrics(List<Answer> answers) {
    private static final int BINS = 15;

    /**
     * An answer to a text.
     *
     * @param given the label answered, {@code oos} included
     * @param givenInScope the best label in scope
     * @param confidence the probability of the label answered
     * @param outOfScope the probability of being out of scope
     */
    record Answer(
            Example example, String right, String given, String givenInScope, double confidence, double outOfScope) {
        boolean correct() {
            return right.equals(given);
        }

        boolean outside() {
            return right.equals(Classifier.OUT_OF_SCOPE);
        }
    }

    /** A bin of answers of like confidence. */
    record Bin(double confidence, double accuracy, int size) {}

    Metrics {
        answers = List.copyOf(answers);
    }

    /** @return the answers to all texts but these */
    Metrics without(Set<String> texts) {
        return new Metrics(answers.stream()
                .filter(a -> !texts.contains(a.example().text()))
                .toList());
    }

    /** @return share of all answers that are right */
    double accuracy() {
        return share(answers, Answer::correct);
    }

    /** @return share of texts in scope whose best label in scope is right: what the labels alone are told apart by */
    double inScopeAccuracy() {
        return share(inScope(), a -> a.right().equals(a.givenInScope()));
    }

    /** @return share of texts in scope that were answered right, those taken for out of scope counted as wrong */
    double inScopeAccuracyAtThreshold() {
        return share(inScope(), Answer::correct);
    }

    /** @return share of the texts out of scope that were told; 0 without any */
    double outOfScopeRecall() {
        return share(answers.stream().filter(Answer::outside).toList(), Answer::correct);
    }

    /** @return the chance that a text out of scope looks more so than one in scope; 0.5 without any */
    double outOfScopeAuroc() {
        double[] score = answers.stream().mapToDouble(Answer::outOfScope).toArray();
        boolean[] outside = new boolean[score.length];
        for (int i = 0; i < score.length; i++) outside[i] = answers.get(i).outside();
        return auroc(score, outside);
    }

    /** @return the mean over labels of the harmonic mean of precision and recall */
    double macroF1() {
        return byLabel().values().stream().mapToDouble(LabelScore::f1).average().orElse(0);
    }

    /** How well one label is told. */
    record LabelScore(double precision, double recall, int size) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** @return precision and recall of each label that texts have */
    Map<String, LabelScore> byLabel() {
        Map<String, LabelScore> scores = new TreeMap<>();
        for (String label : answers.stream().map(Answer::right).distinct().toList()) {
            List<Answer> own =
                    answers.stream().filter(a -> a.right().equals(label)).toList();
            List<Answer> called =
                    answers.stream().filter(a -> a.given().equals(label)).toList();
            scores.put(label, new LabelScore(share(called, Answer::correct), share(own, Answer::correct), own.size()));
        }
        return scores;
    }

    /** @return the mean distance of confidence and accuracy over bins of equally many answers (Nguyen and O'Connor 2015) */
    double calibrationError() {
        return bins().stream()
                .mapToDouble(b -> Math.abs(b.confidence() - b.accuracy()) * b.size() / answers.size())
                .sum();
    }

    /** @return answers by confidence, in bins of equally many */
    List<Bin> bins() {
        List<Answer> sorted = answers.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence))
                .toList();
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            List<Answer> part = sorted.subList(sorted.size() * b / BINS, sorted.size() * (b + 1) / BINS);
            if (part.isEmpty()) continue;
            double confidence =
                    part.stream().mapToDouble(Answer::confidence).average().orElse(0);
            bins.add(new Bin(confidence, share(part, Answer::correct), part.size()));
        }
        return bins;
    }

    /** @return the figures by name, as a model card and {@code --json} have them */
    Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("accuracy", accuracy());
        figures.put("macroF1", macroF1());
        figures.put("calibrationError", calibrationError());
        figures.put("inScopeAccuracy", inScopeAccuracy());
        if (answers.stream().anyMatch(Answer::outside)) {
            figures.put("inScopeAccuracyAtThreshold", inScopeAccuracyAtThreshold());
            figures.put("outOfScopeRecall", outOfScopeRecall());
            figures.put("outOfScopeAuroc", outOfScopeAuroc());
        }
        return figures;
    }

    private List<Answer> inScope() {
        return answers.stream().filter(a -> !a.outside()).toList();
    }

    private static double share(List<Answer> answers, java.util.function.Predicate<Answer> which) {
        return answers.isEmpty() ? 0 : (double) answers.stream().filter(which).count() / answers.size();
    }

    /** @return the area under the receiver's operating curve, ties counted half (Mann and Whitney); 0.5 without both kinds */
    static double auroc(double[] score, boolean[] positive) {
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> score[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long positives =
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && score[order[to]] == score[order[from]]) to++;
            double rank = (from + 1 + to) / 2.0;
            ranks += rank
                    * Arrays.stream(order, from, to).filter(i -> positive[i]).count();
            from = to;
        }
        double pairs = (double) positives * (score.length - positives);
        return pairs == 0 ? 0.5 : (ranks - positives * (positives + 1) / 2.0) / pairs;
    }
}
