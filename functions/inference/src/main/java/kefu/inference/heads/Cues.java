package kefu.inference.heads;

import java.util.Arrays;
import java.util.List;

/**
 * What speaks for a label once one knows what came before. Each cue is a hashed feature of an utterance, its history and
 * the label: whether the label is what the customer wanted a turn ago (and the words which say that it still is), or of
 * the same family; which slot was asked for; and what the n-grams alone make of the last turn and of both turns together.
 * Cues that do not name the label are learnt from all labels at once, so that a few hundred dialogues teach them.
 */
public final class Cues {
    /** How many weights cues are hashed into; a power of two. */
    static final int WEIGHTS = 1 << 15;

    private static final double LEAST = 1e-4;
    private static final int WORDS_READ = 40;
    /** A word beside a label was seen too seldom to say much. */
    private static final double OF_A_WORD = 0.2;

    /** What a cue is about; its number is part of its hash. */
    private enum Kind {
        UTTERANCE,
        BOTH_TURNS,
        LAST_TURN,
        AS_LAST,
        AS_BEFORE_LAST,
        FAMILY,
        FIRST_GUESS,
        LABEL
    }

    private final History history;
    private final List<String> labels;
    private final double[] utterance;
    private final double[] both;
    private final double[] last;
    private final int first;
    private final int[] few;
    private final int[] many;
    private final int[] words;

    /**
     * @param text the utterance, normalised
     * @param utterance the probability of each label by the utterance alone
     * @param both by the n-grams of the last turn and the utterance together
     * @param last by the n-grams of the last turn
     */
    Cues(List<String> labels, String text, History history, double[] utterance, double[] both, double[] last) {
        this.labels = labels;
        this.history = history;
        this.utterance = utterance;
        this.both = both;
        this.last = last;
        this.first = first(utterance);
        History.Turn before = history.last();
        String length = "length " + bin(NGrams.tokens(text).size());
        String sure = "sure " + (int) (utterance[first] * 6);
        String guess = "guess " + labels.get(first);
        String expects = "expects " + before.expects();
        String act = "act " + before.act();
        this.few = hashes("", length, sure, expects, act, expects + length, length + sure);
        this.words = words(text);
        int[] more = hashes(guess, expects + guess, act + guess, "was " + before.intent(), guess + sure);
        this.many = concat(concat(few, more), words);
    }

    /** What the score of a label is made of: numbers of weights, and how much each counts. */
    private static final class OfLabel {
        private int[] indices = new int[192];
        private float[] values = new float[192];
        private int size;

        private void add(Kind kind, int gate, int label, double value) {
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            indices[size] = finish((gate * 31 + label) * 31 + kind.ordinal()) & (WEIGHTS - 1);
            values[size++] = (float) value;
        }

        SparseVector vector() {
            return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
        }
    }

    /** @return the logarithm of what the utterance alone makes of a label: the score before any cue speaks */
    public double alone(int label) {
        return log(utterance[label]);
    }

    /** @return the cues for a label; an index may come more than once */
    public SparseVector of(int label) {
        OfLabel cues = new OfLabel();
        String name = labels.get(label);
        String wanted = history.last().intent();
        for (int gate : few) {
            cues.add(Kind.UTTERANCE, gate, 0, log(utterance[label]) / 4);
            cues.add(Kind.BOTH_TURNS, gate, 0, log(both[label]) / 4);
            cues.add(Kind.LAST_TURN, gate, 0, log(last[label]) / 4);
            if (label == first) cues.add(Kind.FIRST_GUESS, gate, 0, 1);
        }
        if (name.equals(wanted)) for (int gate : many) cues.add(Kind.AS_LAST, gate, 0, 1);
        else if (family(name).equals(family(wanted))) for (int gate : many) cues.add(Kind.FAMILY, gate, 0, 1);
        String earlier = history.beforeLast().map(History.Turn::intent).orElse("");
        if (name.equals(earlier) && !name.equals(wanted))
            for (int gate : few) cues.add(Kind.AS_BEFORE_LAST, gate, 0, 1);
        int own = name.hashCode();
        History.Turn before = history.last();
        for (int gate : hashes(
                "", "was " + wanted, "expects " + before.expects(), "act " + before.act(), wanted + before.expects()))
            cues.add(Kind.LABEL, gate, own, 1);
        for (int word : words) cues.add(Kind.LABEL, word, own, OF_A_WORD);
        return cues.vector();
    }

    private static double log(double probability) {
        return Math.log(Math.max(probability, LEAST));
    }

    private static String family(String label) {
        int dot = label.indexOf('.');
        return dot < 0 ? label : label.substring(0, dot);
    }

    private static int first(double[] probabilities) {
        int best = 0;
        for (int l = 1; l < probabilities.length; l++) if (probabilities[l] > probabilities[best]) best = l;
        return best;
    }

    private static int bin(int tokens) {
        return Math.min(6, 32 - Integer.numberOfLeadingZeros(tokens));
    }

    private static int[] words(String text) {
        int[] all = NGrams.hashes(text, NGrams.View.WORDS);
        return Arrays.stream(all).distinct().limit(WORDS_READ).toArray();
    }

    private static int[] hashes(String... gates) {
        return Arrays.stream(gates).mapToInt(String::hashCode).toArray();
    }

    private static int[] concat(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static int finish(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x7FEB352D;
        h = (h ^ (h >>> 15)) * 0x846CA68B;
        return h ^ (h >>> 16);
    }
}
