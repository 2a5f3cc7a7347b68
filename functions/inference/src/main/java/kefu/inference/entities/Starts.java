package kefu.inference.entities;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that what a pattern finds may begin with: of a hundred patterns few can begin anywhere in a given text,
 * and a look at its characters tells that sooner than the patterns do. Nothing may have to stand before what is found. Safe
 * for many threads: what two of them find out at once is the same.
 */
final class Starts {
    private static final int PAGE = 256;
    private static final byte POSSIBLE = 1;
    private static final byte IMPOSSIBLE = 2;

    private final Pattern pattern;
    /** By character, in pages that are made when the first of their characters is asked for; 0 for what is not known yet. */
    private final byte[][] pages = new byte[(Character.MAX_VALUE + 1) / PAGE][];

    Starts(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @return whether something may begin with this character */
    boolean possible(char c) {
        byte[] page = pages[c / PAGE];
        if (page == null) pages[c / PAGE] = page = new byte[PAGE];
        byte known = page[c % PAGE];
        if (known == 0) page[c % PAGE] = known = tried(c) ? POSSIBLE : IMPOSSIBLE;
        return known == POSSIBLE;
    }

    /** A pattern that fails on a character without wanting more of them never begins with it. */
    private boolean tried(char c) {
        // Half of a character says nothing.
        if (Character.isSurrogate(c)) return true;
        Matcher matcher = pattern.matcher(String.valueOf(c));
        return matcher.lookingAt() || matcher.hitEnd();
    }
}
