package kefu.inference.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How Chinese characters sound, tones left out: whoever types by sound often picks another character of the same. */
public final class Homophones {
    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FFF';

    private static final List<String> ALIKE = new ArrayList<>();
    /** By character, counted from the first: the number of its syllable plus 1, 0 for none. */
    private static final short[] SYLLABLES = read();

    private Homophones() {}

    /** @return the number of a character's syllable, -1 for what is no common Chinese character */
    public static int syllable(int codePoint) {
        return codePoint < FIRST || codePoint > LAST ? -1 : SYLLABLES[codePoint - FIRST] - 1;
    }

    /** @return the characters that sound as this one does, itself among them, frequent ones first; empty for none */
    public static String alike(int codePoint) {
        int syllable = syllable(codePoint);
        return syllable < 0 ? "" : ALIKE.get(syllable);
    }

    private static short[] read() {
        short[] syllables = new short[LAST - FIRST + 1];
        try (InputStream in = Homophones.class.getResourceAsStream("/text/sounds.txt")) {
            if (in == null) throw new IllegalStateException("/text/sounds.txt is not on the class path");
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#")) continue;
                String characters = line.substring(line.indexOf(' ') + 1);
                ALIKE.add(characters);
                characters.chars().forEach(c -> syllables[c - FIRST] = (short) ALIKE.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return syllables;
    }
}
