package kefu.inference.heads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.heads.WordModel.Word;
import kefu.inference.text.Mistyping;

/**
 * Reads Latin words as they were meant: the sequence of words that is likeliest by what a model was taught, times how
 * likely each is mistyped as it stands (noisy channel, Kernighan, Church and Gale 1990; Viterbi 1967). Words that ran
 * together, fell apart, or lost a letter to their neighbour are considered too. What has digits or is part of an address
 * stays as it is, and so does a line of words that are all known.
 */
final class NoisyChannel {
    /** Words divided by single spaces, none of them part of something longer. */
    private static final Pattern LINE = Pattern.compile("(?<![\\p{L}\\p{N}'@_/-]|[\\p{L}\\p{N}]\\.)W(?: W)*+"
            .replace("W", "[a-z']++(?![\\p{L}\\p{N}@_/-]|\\.[\\p{L}\\p{N}])"));

    /** Letters that go wrong, by the share of words that are unknown: about five letters make a word. */
    private static final double WRONG_PER_UNKNOWN = 0.25;

    private static final double LEAST_WRONG = 0.02;
    private static final double MOST_WRONG = 0.1;
    /** Probability that a space is left out or put in, and that it changes places with the letter before it. */
    private static final double SPACE = Math.log(0.001);

    private static final double SHIFT = Math.log(0.02);
    private static final int CANDIDATES = 8;
    private static final int OF_A_PAIR = 3;
    /** What is longer did not come of two words. */
    private static final int LONGEST_PAIR = 24;

    private final Vocabulary vocabulary;
    private final Supplier<WordModel> words;

    /** @param words asked for where a line has a word that the vocabulary has not */
    NoisyChannel(Vocabulary vocabulary, Supplier<WordModel> words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** @param text normalised */
    String of(String text) {
        Matcher lines = LINE.matcher(text);
        StringBuilder out = new StringBuilder(text.length() + 4);
        int done = 0;
        while (lines.find()) {
            out.append(text, done, lines.start()).append(line(lines.group()));
            done = lines.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    private String line(String line) {
        List<String> letters = List.of(line.split(" "));
        if (letters.stream().allMatch(word -> vocabulary.idf(NGrams.word(word)) > 0)) return line;
        WordModel model = words.get();
        List<Word> typed = letters.stream().map(model::word).toList();
        long unknown = typed.stream().filter(word -> !word.known()).count();
        if (unknown == 0) return line;
        double share = Math.clamp(WRONG_PER_UNKNOWN * unknown / typed.size(), LEAST_WRONG, MOST_WRONG);
        return new Line(model, typed, new Mistyping(share)).meant();
    }

    /** A word that may have been meant, and the logarithm of the probability that it is typed so. */
    private record Candidate(Word word, double mistyped) {
        double score() {
            return mistyped + Math.log(word.probability());
        }
    }

    /** The likeliest reading of what comes before some place that ends in this word. */
    private record Reading(Reading before, Word last, double score) {}

    private static final class Line {
        private final WordModel model;
        private final List<Word> typed;
        private final Mistyping mistyping;

        Line(WordModel model, List<Word> typed, Mistyping mistyping) {
            this.model = model;
            this.typed = typed;
            this.mistyping = mistyping;
        }

        String meant() {
            List<List<Reading>> readings = new ArrayList<>();
            for (int i = 0; i <= typed.size(); i++) readings.add(new ArrayList<>());
            readings.getFirst().add(new Reading(null, Word.NONE, 0));
            for (int i = 0; i < typed.size(); i++) {
                Word word = typed.get(i);
                for (Candidate one : candidates(word, CANDIDATES)) extend(readings.get(i), one, readings.get(i + 1));
                if (!word.known()) apart(word, readings.get(i), readings.get(i + 1));
                if (i + 1 < typed.size() && !(word.known() && typed.get(i + 1).known()))
                    pair(word.letters(), typed.get(i + 1).letters(), readings.get(i), readings.get(i + 2));
            }
            Reading best = readings.getLast().stream()
                    .max(Comparator.comparingDouble(Reading::score))
                    .orElseThrow();
            StringBuilder line = new StringBuilder();
            for (Reading r = best; r.before() != null; r = r.before())
                line.insert(0, r.last().letters()).insert(0, r.before().before() == null ? "" : " ");
            return line.toString();
        }

        private void extend(List<Reading> before, Candidate candidate, List<Reading> after) {
            Reading best = null;
            double highest = Double.NEGATIVE_INFINITY;
            for (Reading reading : before) {
                double score = reading.score() + candidate.mistyped() + model.after(reading.last(), candidate.word());
                if (score <= highest) continue;
                highest = score;
                best = reading;
            }
            if (best != null) after.add(new Reading(best, candidate.word(), highest));
        }

        /** One word that was two. */
        private void apart(Word word, List<Reading> before, List<Reading> after) {
            for (int at = 1; at < word.letters().length() && word.letters().length() <= LONGEST_PAIR; at++) {
                Word first = model.word(word.letters().substring(0, at));
                if (!first.taught()) continue;
                Word second = model.word(word.letters().substring(at));
                if (second.taught())
                    both(new Candidate(first, SPACE), List.of(new Candidate(second, 0)), before, after);
            }
        }

        /** Two that were one, or the last letter of one typed after the space. */
        private void pair(String first, String second, List<Reading> before, List<Reading> after) {
            Word joined = model.word(first + second);
            if (joined.taught()) extend(before, new Candidate(joined, SPACE), after);
            if (second.length() < 2) return;
            Word left = model.word(first + second.charAt(0));
            Word right = model.word(second.substring(1));
            if (!left.taught() && !right.taught()) return;
            for (Candidate one : candidates(left, OF_A_PAIR))
                both(new Candidate(one.word(), one.mistyped() + SHIFT), candidates(right, OF_A_PAIR), before, after);
        }

        private void both(Candidate one, List<Candidate> two, List<Reading> before, List<Reading> after) {
            List<Reading> middle = new ArrayList<>();
            extend(before, one, middle);
            for (Candidate next : two) extend(middle, next, after);
        }

        /** @return the word as typed, and the likeliest others */
        private List<Candidate> candidates(Word word, int most) {
            List<Candidate> best = new ArrayList<>();
            best.add(new Candidate(word, mistyping.right(word.letters())));
            double least = Double.NEGATIVE_INFINITY;
            for (Word near : model.near(word.letters(), word.known() ? 1 : 2)) {
                if (near.letters().equals(word.letters())) continue;
                double p = Math.log(near.probability());
                Candidate candidate = new Candidate(near, mistyping.of(word.letters(), near.letters(), least - p));
                if (candidate.score() <= least) continue;
                if (best.size() > most) best.remove(worst(best));
                best.add(candidate);
                if (best.size() > most) least = worst(best).score();
            }
            return best;
        }

        /** The first is the word as typed, which always stays. */
        private static Candidate worst(List<Candidate> best) {
            return best.stream()
                    .skip(1)
                    .min(Comparator.comparingDouble(Candidate::score))
                    .orElseThrow();
        }
    }
}
