package kefu.recommendation.model.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into terms: words of alphabets, and overlapping pairs of Chinese characters. */
final class Words {
    private static final Pattern RUNS = Pattern.compile(
            "(?<han>\\p{IsHan}+)|(?<word>[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:['’-][\\p{L}\\p{N}&&[^\\p{IsHan}]]+)*)");

    private static final Set<String> STOP_WORDS = Set.of(
            ("a about an and any are around as at be below best between but buy by can could do does dollar dollars "
                            + "for from get give good has have help how i if in into is it its like less looking me month months my need "
                            + "nice not of old on one or out over please product products recommend recommendation see show so some something suggest than that "
                            + "the them then there these they this to under up us want was we what which who will with would year years you "
                            + "your")
                    .split(" "));

    /** Characters that carry grammar, and pairs that ask rather than name. */
    private static final String STOP_CHARACTERS = "的了吗呢吧啊呀哦我你您他她它们请给个款件些是不很太这那哪和与或及在被把也都就还";

    private static final Set<String> STOP_PAIRS = Set.of(
            ("推荐 荐一 一下 介绍 绍一 适合 可以 有没 没有 什么 怎么 一点 看看 想要 想买 帮忙 有什 好用 商品 产品 东西 买什 一个 一款 以下 以内 之内 左右 美元 块钱 元以 元左 块以 块左")
                    .split(" "));

    private Words() {}

    /** A term and where in the text it stands. @param stem what is compared */
    record Word(String stem, int start, int end) {}

    static List<String> stems(String text) {
        return of(text).stream().map(Word::stem).toList();
    }

    /** @return the words of the text as {@link #normal} has it */
    static List<Word> of(String text) {
        var normal = normal(text);
        var words = new ArrayList<Word>();
        var runs = RUNS.matcher(normal);
        while (runs.find()) {
            if (runs.group("han") != null) pairs(normal, runs.start(), runs.end(), words);
            else word(runs.group(), runs.start(), runs.end(), words);
        }
        return words;
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static void word(String word, int start, int end, List<Word> words) {
        if (word.length() < 2 || STOP_WORDS.contains(word)) return;
        words.add(new Word(stem(word), start, end));
    }

    private static void pairs(String text, int start, int end, List<Word> words) {
        if (end - start == 1) {
            if (STOP_CHARACTERS.indexOf(text.charAt(start)) < 0)
                words.add(new Word(text.substring(start, end), start, end));
            return;
        }
        for (int i = start; i + 2 <= end; i++) {
            var pair = text.substring(i, i + 2);
            if (STOP_CHARACTERS.indexOf(pair.charAt(0)) >= 0 || STOP_CHARACTERS.indexOf(pair.charAt(1)) >= 0) continue;
            if (!STOP_PAIRS.contains(pair)) words.add(new Word(pair, i, i + 2));
        }
    }

    /** Plurals meet their singulars: all that a short product text needs of a stemmer. */
    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 4 && word.matches(".*(sh|ch|x|ss)es")) return word.substring(0, word.length() - 2);
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
            return word.substring(0, word.length() - 1);
        return word;
    }
}
