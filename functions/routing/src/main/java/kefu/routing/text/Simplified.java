package kefu.routing.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Traditional to simplified characters, one for one, so that positions in a text stay where they are. */
public final class Simplified {
    private static final char FIRST = 0x3400;
    private static final char LAST = 0x9FFF;
    /** From OpenCC's dictionaries; built once, at first use (some 28,000 characters, about 50 ms). */
    private static final char[] SIMPLE = table();

    private Simplified() {}

    public static String of(String text) {
        char[] simple = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST || c > LAST || SIMPLE[c - FIRST] == c) continue;
            if (simple == null) simple = text.toCharArray();
            simple[i] = SIMPLE[c - FIRST];
        }
        return simple == null ? text : new String(simple);
    }

    private static char[] table() {
        var table = new char[LAST - FIRST + 1];
        for (int c = FIRST; c <= LAST; c++) {
            var simple = ZhConverterUtil.toSimple((char) c);
            boolean known = simple != null
                    && !simple.isEmpty()
                    && simple.getFirst().length() == 1
                    && !simple.contains(String.valueOf((char) c));
            table[c - FIRST] = known ? simple.getFirst().charAt(0) : (char) c;
        }
        return table;
    }
}
