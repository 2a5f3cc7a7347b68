package kefu.routing.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts an utterance where another wish may begin: before "also", "and can you", 另外, 顺便, and between two questions. Only what
 * the parts mean can tell whether they are wishes of their own.
 */
public final class Parts {
    private static final String MORE =
            "(?:also|oh and|and also|and another|another (?:thing|question)|one more (?:thing|question)"
                    + "|btw|by the way|plus|additionally|besides|in addition|secondly)";
    /** How a wish begins, told from "and" between two things. */
    private static final String WISH =
            "(?:(?:can|could|would|will) you also|can|could|would|will|do|does|did|is|are|was"
                    + "|what|what's|how|how's|where|where's|when|which|why|please|i'd|i want|i need|i would|i also|also"
                    + "|cancel|return|exchange|change|send|refund|show|recommend|tell)";

    private static final Pattern ENGLISH = Pattern.compile("(?i)[.!?;,]\\s*(?=" + MORE + "\\b)"
            + "|(?:[.!?;,]\\s*|\\s+)(?=(?:and,? " + WISH + "|by the way|another thing)\\b)"
            + "|(?<=\\?)\\s+(?=[^?]*\\?)");

    private static final Pattern CHINESE =
            Pattern.compile("[，。！？；,.!?;\\s]+(?=另外|还有(?!货|没|别|其他|库存|吗|多|几|机会|戏|可能)|顺便|对了|再问|再帮|再给|还想|还要|还需要|以及|同时"
                    + "|然后(?:我|还|再|帮)|我?也(?:想|要)|也(?:帮|给))"
                    + "|(?<=[？?])\\s*(?=[^？?]*[？?]|[^？?]*(?:吗|呢)\\s*$)"
                    + "|(?=另外(?:再|还|帮|想|问|我|，))|(?<=.)(?=顺便)");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private Parts() {}

    /** @return the parts in their order; the whole of it alone where nothing more begins */
    public static List<String> of(String text) {
        var cut = HAN.matcher(text).find() ? CHINESE : ENGLISH;
        return Arrays.stream(cut.split(text))
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }
}
