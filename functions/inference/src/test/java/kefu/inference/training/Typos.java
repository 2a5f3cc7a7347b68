package kefu.inference.training;

import java.util.Random;
import kefu.inference.text.Homophones;

/**
 * Types a text as a hurried hand does: letters left out, doubled, swapped, or hit beside; Chinese characters replaced by
 * others of the same sound. To test what mending wins back.
 */
final class Typos {
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    /** Of characters that sound alike the frequent ones are what an input method offers first. */
    private static final int OFFERED = 8;

    private Typos() {}

    /** @param share of the characters that go wrong @return the text with such typos, never empty */
    static String in(String text, double share, Random random) {
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (!Character.isLetterOrDigit(c) || random.nextDouble() >= share) {
                out.appendCodePoint(c);
                continue;
            }
            String alike = Homophones.alike(c);
            if (!alike.isEmpty()) out.append(other(alike, c, random));
            else if (i + 1 < points.length && random.nextInt(4) == 0) {
                out.appendCodePoint(points[++i]).appendCodePoint(c);
            } else slip(c, random, out);
        }
        return out.toString().isBlank() ? text : out.toString();
    }

    private static void slip(int c, Random random, StringBuilder out) {
        switch (random.nextInt(3)) {
            case 0 -> {} // left out
            case 1 -> out.append(beside(c, random));
            default -> out.appendCodePoint(c).append(beside(c, random));
        }
    }

    private static String other(String alike, int c, Random random) {
        String others = alike.substring(0, Math.min(OFFERED, alike.length())).replace(Character.toString(c), "");
        return others.isEmpty()
                ? Character.toString(c)
                : others.substring(random.nextInt(others.length())).substring(0, 1);
    }

    private static char beside(int c, Random random) {
        for (String row : ROWS) {
            int at = row.indexOf(c);
            if (at < 0) continue;
            int next = at == 0 ? 1 : at == row.length() - 1 || random.nextBoolean() ? at - 1 : at + 1;
            return row.charAt(next);
        }
        return (char) ('a' + random.nextInt(26));
    }
}
