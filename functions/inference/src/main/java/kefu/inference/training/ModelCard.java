package kefu.inference.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.text.Language;

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

    /** @param shown measured on the test set, or on texts held out where there is none */
    static Map<String, Object> facts(
            Model model,
            Trainer.Trained trained,
            Examples examples,
            TrainingOptions options,
            Metrics shown,
            Instant when,
            byte[] file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", model.about().name());
        facts.put("version", model.about().version());
        facts.put("language", model.about().language());
        facts.put("date", when.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put(
                "data",
                options.data.stream().map(f -> f.getFileName().toString()).toList());
        facts.put("encoder", model.about().encoder().orElse("none"));
        facts.put("checksum", ModelFile.checksum(file));
        facts.put("bytes", file.length);
        facts.put("examples", examples.size());
        facts.put("notes", examples.problems().size());
        facts.put("heldOutBy", examples.grouped() ? "source" : "label");
        facts.put("labels", model.classifiers().get(Model.INTENT).head().labels());
        facts.put("ngrams", model.space().size());
        facts.put("seed", options.seed);
        facts.put("encoderWeight", trained.chosen().encoderWeight());
        facts.put("rarity", trained.chosen().rarity());
        facts.put("cost", trained.chosen().cost());
        facts.put("metrics", model.about().metrics());
        facts.put("byLanguage", byLanguage(shown));
        facts.put("curve", trained.curve());
        facts.put("byLabel", byLabel(shown, examples));
        return facts;
    }

    private static Map<String, Object> byLabel(Metrics shown, Examples examples) {
        Map<String, Long> trainedOn =
                examples.all().stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
        Map<String, Object> byLabel = new TreeMap<>();
        shown.byLabel().forEach((label, score) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("examples", trainedOn.getOrDefault(label, 0L));
            row.put("precision", score.precision());
            row.put("recall", score.recall());
            row.put("f1", score.f1());
            row.put("texts", score.size());
            byLabel.put(label, row);
        });
        return byLabel;
    }

    private static Map<String, Object> byLanguage(Metrics shown) {
        Map<String, Object> byLanguage = new TreeMap<>();
        shown.answers().stream()
                .collect(Collectors.groupingBy(
                        a -> Language.of(a.example().raw()).tag(), TreeMap::new, Collectors.toList()))
                .forEach((language, answers) -> {
                    // In one order always: a training that is repeated writes the same card.
                    var row = new LinkedHashMap<String, Object>();
                    row.put("texts", answers.size());
                    row.put("accuracy", new Metrics(answers).accuracy());
                    byLanguage.put(language, row);
                });
        return byLanguage;
    }

    static String markdown(Map<String, Object> facts, List<String> problems) {
        StringBuilder out =
                new StringBuilder("# Model card: " + facts.get("name") + " (" + facts.get("language") + ")\n\n");
        out.append("Tells what a customer wants from one utterance. Not for decisions about people.\n\n");
        out.append("| | |\n|---|---|\n");
        facts.forEach((name, value) -> {
            if (name.equals("byLabel")) return;
            if (value instanceof Map<?, ?> figures) figures.forEach((n, v) -> row(out, n, v));
            else row(out, name, value);
        });
        if (facts.get("byLabel") instanceof Map<?, ?> labels) {
            out.append("\n| label | examples | precision | recall |\n|---|---|---|---|\n");
            labels.forEach((label, scores) -> {
                Map<?, ?> score = (Map<?, ?>) scores;
                out.append("| %s | %s | %.3f | %.3f |%n"
                        .formatted(label, score.get("examples"), score.get("precision"), score.get("recall")));
            });
        }
        if (!problems.isEmpty())
            out.append("\nLeft out of the data, or masked in it (")
                    .append(problems.size())
                    .append("):\n\n");
        problems.stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(p -> out.append("- ").append(p).append('\n'));
        return out.toString();
    }

    private static void row(StringBuilder out, Object name, Object value) {
        out.append(
                value instanceof Double d
                        ? "| %s | %.4f |%n".formatted(name, d)
                        : "| %s | %s |%n".formatted(name, value));
    }
}
