package kefu.inference.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;

/** What a model's reader needs to know: what it is for, what it was made of, how good it is, where it fails. */
final class ModelCard {
    private static final int PROBLEMS_SHOWN = 20;

    private ModelCard() {}

    /** @return the model with the figures of a test set among its own */
    static Model withTest(Model model, Optional<Metrics> onTest) {
        Map<String, Double> figures = new TreeMap<>(model.about().metrics());
        onTest.ifPresent(m -> m.figures().forEach((name, value) -> figures.put("test." + name, value)));
        return model.with(model.about().with(figures));
    }

    static Map<String, Object> facts(Model model, Trainer.Chosen chosen, Examples examples, long seed, byte[] file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", model.about().name());
        facts.put("version", model.about().version());
        facts.put("language", model.about().language());
        facts.put("encoder", model.about().encoder().orElse("none"));
        facts.put("checksum", ModelFile.checksum(file));
        facts.put("bytes", file.length);
        facts.put("examples", examples.size());
        facts.put("leftOut", examples.problems().size());
        facts.put("heldOutBy", examples.grouped() ? "source" : "label");
        facts.put("labels", model.classifiers().get(Model.INTENT).head().labels());
        facts.put("ngrams", model.space().size());
        facts.put("seed", seed);
        facts.put("encoderWeight", chosen.encoderWeight());
        facts.put("cost", chosen.cost());
        facts.put("metrics", model.about().metrics());
        return facts;
    }

    static String markdown(Map<String, Object> facts, List<String> problems) {
        StringBuilder out =
                new StringBuilder("# Model card: " + facts.get("name") + " (" + facts.get("language") + ")\n\n");
        out.append("Tells what a customer wants from one utterance. Not for decisions about people.\n\n");
        out.append("| | |\n|---|---|\n");
        facts.forEach((name, value) -> {
            if (value instanceof Map<?, ?> figures)
                figures.forEach((n, v) -> out.append("| %s | %.4f |%n".formatted(n, (Double) v)));
            else out.append("| ").append(name).append(" | ").append(value).append(" |\n");
        });
        if (!problems.isEmpty())
            out.append("\nLeft out of the data (").append(problems.size()).append("):\n\n");
        problems.stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(p -> out.append("- ").append(p).append('\n'));
        return out.toString();
    }
}
