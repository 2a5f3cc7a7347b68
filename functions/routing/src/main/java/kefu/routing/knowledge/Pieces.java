package kefu.routing.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into passages that stand alone: paragraphs, and lists with the line that introduces them. What is longer
 * than a reply should be is cut between sentences. Nothing is left out.
 */
final class Pieces {
    /** Most characters of a passage; a single sentence may only be longer when it has no place to cut it. */
    static final int LONGEST = 400;

    private static final Pattern BLANK_LINES = Pattern.compile("\\R[ \\t]*\\R\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？；])|(?<=[.!?;])\\s+|\\R");
    private static final Pattern INTRODUCES = Pattern.compile("(?s)#{1,6} [^\\n]*|.*[:：]");

    private Pieces() {}

    static List<Piece> of(Article article) {
        var pieces = new ArrayList<Piece>();
        for (var text : cut(article.text())) pieces.add(new Piece(article, pieces.size() + 1, text));
        return pieces;
    }

    static List<String> cut(String text) {
        var pieces = new ArrayList<String>();
        var introduction = "";
        for (var block : BLANK_LINES.split(text.strip())) {
            if (block.isBlank()) continue;
            var whole = introduction.isEmpty() ? block.strip() : introduction + "\n" + block.strip();
            introduction = "";
            if (INTRODUCES.matcher(whole).matches() && whole.length() <= LONGEST) introduction = whole;
            else if (whole.length() <= LONGEST) pieces.add(whole);
            else pieces.addAll(bySentence(whole));
        }
        if (!introduction.isEmpty()) pieces.add(introduction);
        return pieces;
    }

    private static List<String> bySentence(String block) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var sentence : SENTENCE_END.split(block)) {
            for (var part : byLength(sentence.strip())) {
                if (!piece.isEmpty() && piece.length() + 1 + part.length() > LONGEST) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                if (!piece.isEmpty()) piece.append(isWide(part) ? "" : " ");
                piece.append(part);
            }
        }
        if (!piece.isEmpty()) pieces.add(piece.toString());
        return pieces;
    }

    private static List<String> byLength(String sentence) {
        var parts = new ArrayList<String>();
        var rest = sentence;
        while (rest.length() > LONGEST) {
            int end = rest.lastIndexOf(' ', LONGEST);
            if (end <= 0) end = Character.isHighSurrogate(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) parts.add(rest);
        return parts;
    }

    private static boolean isWide(String text) {
        return Character.isIdeographic(text.codePointAt(0));
    }
}
