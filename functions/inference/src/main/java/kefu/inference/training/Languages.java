package kefu.inference.training;

import java.util.List;
import kefu.inference.text.Language;

/** Which language's model texts make. */
final class Languages {
    private Languages() {}

    /** @return {@code zh} where most texts are Chinese, {@code en} otherwise */
    static String of(List<Example> examples) {
        long chinese = examples.stream()
                .map(e -> Language.of(e.raw()))
                .filter(l -> l == Language.ZH_HANS || l == Language.ZH_HANT || l == Language.MIXED)
                .count();
        return chinese * 2 > examples.size() ? "zh" : "en";
    }
}
