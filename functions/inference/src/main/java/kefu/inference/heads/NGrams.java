package kefu.inference.heads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kefu.inference.text.Homophones;

/**
 * The n-grams of a normalised text as 32-bit hashes, in two views. Words: single tokens and pairs, where a token is a
 * run of letters, a run of digits, one Chinese character or one sign (triples too for Chinese characters, whose words
 * have one to four). Characters: two to five within the marks of each Latin word, which a typo leaves mostly whole, and
 * one to four Chinese characters by their sound, which one typed for another leaves whole.
 */
public final class NGrams {
    /** How a text is cut up. */
    public enum View {
        WORDS,
        CHARACTERS
    }

    private static final int LONGEST_CHARACTERS = 5;
    private static final int LONGEST_HAN = 4;

    private NGrams() {}

    /** @param text normalised @return hashes in the order of the text, repeated as the n-grams are */
    public static int[] hashes(String text, View view) {
        List<String> tokens = tokens(text);
        Hashes out = new Hashes(text.length() * (view == View.WORDS ? 3 : 6) + 8);
        if (view == View.WORDS) words(tokens, out);
        else characters(tokens, out);
        return out.toArray();
    }

    /** @return the hash of a token by itself */
    static int word(String token) {
        return mix(0x9E3779B9, token);
    }

    /** @return the hash of two tokens, one after the other */
    static int pair(String first, String second) {
        return pair(word(first), second);
    }

    /** @param first the hash of the first token */
    static int pair(int first, String second) {
        return mix(first * 31 + 7, second);
    }

    private static void words(List<String> tokens, Hashes out) {
        for (int i = 0; i < tokens.size(); i++) {
            int hash = word(tokens.get(i));
            out.add(hash);
            int han = han(tokens.get(i)) ? 1 : 0;
            for (int j = i + 1; j < tokens.size() && j < i + LONGEST_HAN; j++) {
                hash = mix(hash * 31 + 7, tokens.get(j));
                if (han(tokens.get(j))) han++;
                if (j == i + 1 || han == j - i + 1) out.add(hash);
                else break;
            }
        }
    }

    private static void characters(List<String> tokens, Hashes out) {
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (han(token)) {
                sounds(tokens, at, out);
                continue;
            }
            String marked = "‹" + token + "›";
            for (int i = 0; i < marked.length(); i++) {
                int hash = 0x85EBCA6B;
                for (int n = 1; n <= LONGEST_CHARACTERS && i + n <= marked.length(); n++) {
                    hash = step(hash, marked.charAt(i + n - 1));
                    if (n >= 2) out.add(finish(hash + n));
                }
            }
        }
    }

    private static void sounds(List<String> tokens, int from, Hashes out) {
        int hash = 0xC2B2AE35;
        for (int i = from; i < tokens.size() && i < from + LONGEST_HAN; i++) {
            int sound = Homophones.syllable(tokens.get(i).codePointAt(0));
            if (sound < 0) return;
            hash = step(hash, (char) sound);
            out.add(finish(hash + i - from));
        }
    }

    /** Words, numbers as their shape, Chinese characters and signs one by one; spaces divide. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c == ' ') {
                i = end;
                continue;
            }
            if (wordly(c))
                while (end < text.length() && inside(text, end)) end += Character.charCount(text.codePointAt(end));
            tokens.add(shape(text.substring(i, end)));
            i = end;
        }
        return tokens;
    }

    private static boolean inside(String text, int at) {
        int c = text.codePointAt(at);
        if (wordly(c)) return true;
        return c == '\'' && at + 1 < text.length() && wordly(text.codePointAt(at + 1));
    }

    private static boolean wordly(int c) {
        return Character.isLetterOrDigit(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN;
    }

    private static boolean han(String token) {
        return Character.UnicodeScript.of(token.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Long numbers differ in every text and mean the same: their digits are read as zeros. */
    private static String shape(String token) {
        int digits = 0;
        for (int i = 0; i < token.length(); i++) if (Character.isDigit(token.charAt(i))) digits++;
        if (digits < 3) return token;
        StringBuilder shape = new StringBuilder(token);
        for (int i = 0; i < shape.length(); i++) if (Character.isDigit(shape.charAt(i))) shape.setCharAt(i, '0');
        return shape.toString();
    }

    private static int mix(int hash, String token) {
        for (int i = 0; i < token.length(); i++) hash = step(hash, token.charAt(i));
        return finish(hash);
    }

    private static int step(int hash, char c) {
        return (hash ^ c) * 0x01000193;
    }

    private static int finish(int hash) {
        hash = (hash ^ (hash >>> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >>> 15)) * 0x846CA68B;
        return hash ^ (hash >>> 16);
    }

    private static final class Hashes {
        private int[] values;
        private int size;

        Hashes(int expected) {
            values = new int[expected];
        }

        void add(int hash) {
            if (size == values.length) values = Arrays.copyOf(values, size * 2);
            values[size++] = hash;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
