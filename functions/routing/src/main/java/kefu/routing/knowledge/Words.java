package kefu.routing.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Takes a text apart into the words that carry its meaning. Thread-safe. */
final class Words {
    private static final Analyzer CHINESE =
            new SmartChineseAnalyzer(stop(SmartChineseAnalyzer.getDefaultStopSet(), """
                    的 了 吗 呢 吧 啊 呀 哦 嘛 我 你 您 他 她 它 们 我们 你们 是 有 在 和 就 都 也 还 很 怎么 什么 怎样 如何 多 几 请 请问
                    想 要 能 可以 能不能 可不可以 一下 这 那 这个 那个 个 把 被 给 会 让 吗 谁 哪 哪里 为什么 如果 怎么办 办 好 对 与 及"""));
    private static final Analyzer ENGLISH = new EnglishAnalyzer(stop(EnglishAnalyzer.getDefaultStopSet(), """
                    i me my we our us you your he she they them their it its do does did done can could would should will
                    shall may might must how what when where which who whom whose why have has had am was were be been being
                    so from any some there here about get got want wanted need please tell know let if also just too very
                    than then than i'm i've i'd don't it's what's"""));
    private static final Analyzer OTHER = new StandardAnalyzer();

    private Words() {}

    /** @return the text's words, stemmed as the language has it, each once */
    static Set<String> of(String text, String language) {
        var words = new LinkedHashSet<String>();
        try (var tokens = analyzer(language).tokenStream("text", normalised(text))) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) words.add(word.toString());
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    static Analyzer analyzer(String language) {
        return switch (language) {
            case "zh" -> CHINESE;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }

    static String normalised(String text) {
        return Simplified.of(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
    }

    private static CharArraySet stop(CharArraySet known, String more) {
        var all = new CharArraySet(known, true);
        all.addAll(List.of(more.strip().split("\\s+")));
        return CharArraySet.unmodifiableSet(all);
    }
}
