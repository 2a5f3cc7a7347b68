package kefu.inference.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.List;

/**
 * Traditional to simplified characters, one for one, so that positions in a text stay where they are. The table comes
 * from OpenCC's dictionaries and is built once, at first use (some 28,000 characters, about 50 ms).
 */
final class Simplified {
    private static final char FIRST = 0x3400;
    private static final char LAST = 0x9FFF;
    private static final char[] SIMPLE = new char[LAST - FIRST + 1];
    private static final boolean[] ONLY_SIMPLIFIED = new boolean[LAST - FIRST + 1];

    static {
        for (int c = FIRST; c <= LAST; c++) {
            SIMPLE[c - FIRST] = (char) c;
            List<String> simple = ZhConverterUtil.toSimple((char) c);
            if (simple != null && !simple.isEmpty() && simple.getFirst().length() == 1)
                SIMPLE[c - FIRST] = simple.getFirst().charAt(0);
            List<String> traditional = ZhConverterUtil.toTraditional((char) c);
            ONLY_SIMPLIFIED[c - FIRST] =
                    traditional != null && !traditional.isEmpty() && !traditional.contains(String.valueOf((char) c));
        }
        // A form that is itself written otherwise in simplified texts is carried on to the end.
        for (int round = 0; round < 3; round++)
            for (int i = 0; i < SIMPLE.length; i++) SIMPLE[i] = (char) of(SIMPLE[i]);
    }

    private Simplified() {}

    /** @return the simplified form of a code point, itself where it has none */
    static int of(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST ? SIMPLE[codePoint - FIRST] : codePoint;
    }

    /** @return whether the code point is written in traditional texts alone */
    static boolean onlyTraditional(int codePoint) {
        return of(codePoint) != codePoint;
    }

    /** @return whether the code point is written in simplified texts alone */
    static boolean onlySimplified(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST && ONLY_SIMPLIFIED[codePoint - FIRST];
    }
}
