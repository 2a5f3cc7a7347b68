package kefu.routing.knowledge;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kefu.routing.text.Simplified;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a text apart into the words that carry its meaning. Thread-safe. Lucene finds the implementation of each
 * attribute of a word by its name.
 */
@RegisterForReflection(
        classNames = {
            "org.apache.lucene.analysis.tokenattributes.BytesTermAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.FlagsAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.OffsetAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PayloadAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PositionIncrementAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PositionLengthAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.SentenceAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.TermFrequencyAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.TypeAttributeImpl",
            "org.apache.lucene.search.BoostAttributeImpl"
        })
final class Words {
    private static final Analyzer CHINESE =
            new SmartChineseAnalyzer(stop(SmartChineseAnalyzer.getDefaultStopSet(), """
                    的 了 吗 呢 吧 啊 呀 哦 嘛 我 你 您 他 她 它 们 我们 你们 是 有 在 和 就 都 也 还 很 怎么 什么 怎样 如何 多 几 请 请问
                    想 要 能 可以 能不能 可不可以 一下 这 那 这个 那个 个 把 被 给 会 让 吗 谁 哪 哪里 多久 多少 没 不 到 一 两 为什么 如果 怎么办 办 好 对 与 及"""));
    private static final Analyzer ENGLISH = new EnglishAnalyzer(stop(EnglishAnalyzer.getDefaultStopSet(), """
                    i me my we our us you your he she they them their it its do does did done can could would should will
                    shall may might must how what when where which who whom whose why have has had am was were be been being
                    so from any some there here about get got want wanted need please tell know let if also just too very
                    than then than i'm i've i'd don't it's what's long much many take happen work still ever"""));
    private static final Analyzer OTHER = new StandardAnalyzer();

    private Words() {}

    /** What smartcn's dictionaries are serialized as. */
    @RegisterForReflection(
            targets = {
                char[].class,
                char[][].class,
                char[][][].class,
                int[].class,
                int[][].class,
                long[].class,
                short[].class
            },
            serialization = true)
    private static final class Dictionaries {}

    /** @return a question's words, stemmed as the language has it, each once; a bare number is not what it is about */
    static Set<String> of(String question, String language) {
        var words = new LinkedHashSet<>(analysed(normalised(question), language));
        words.removeIf(word -> word.codePoints().allMatch(Character::isDigit));
        return words;
    }

    /**
     * @return a passage's words. Of Chinese also its single characters and pairs: where one word ends and the next begins
     *     is found differently in a question and in a passage ({@code 退货运费} holds {@code 货运费}, too)
     */
    static List<String> indexed(String passage, String language) {
        var text = normalised(passage);
        var words = analysed(text, language);
        if (!language.equals("zh")) return words;
        words.removeIf(word -> word.length() < 3 && Character.isIdeographic(word.codePointAt(0)));
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isIdeographic(text.charAt(i))) continue;
            words.add(text.substring(i, i + 1));
            if (i + 1 < text.length() && Character.isIdeographic(text.charAt(i + 1)))
                words.add(text.substring(i, i + 2));
        }
        return words;
    }

    private static List<String> analysed(String text, String language) {
        var words = new ArrayList<String>();
        try (var tokens = analyzer(language).tokenStream("text", text)) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) words.add(word.toString());
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "zh" -> CHINESE;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }

    private static String normalised(String text) {
        return Simplified.of(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
    }

    private static CharArraySet stop(CharArraySet known, String more) {
        var all = new CharArraySet(known, true);
        all.addAll(List.of(more.strip().split("\\s+")));
        return CharArraySet.unmodifiableSet(all);
    }
}
