package kefu.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.heads.Model;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code kefu evaluate}: leaves out one source at a time, trains on the others with everything that training decides,
 * and measures on the one left out: what a model will do on people it has never read. Or how that grows with the number
 * of examples.
 */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Leaves out one batch at a time and measures on it.")
public final class Evaluate implements Callable<Integer> {
    private static final int CONFUSIONS_SHOWN = 15;

    @Mixin
    TrainingOptions options;

    @Option(
            names = "--curve",
            description = "Only say how many are right with 5, 10, 20, 50 examples a label, and with all.")
    boolean curve;

    @Option(names = "--only", description = "Leave out only so many batches, to be quicker.")
    Optional<Integer> only = Optional.empty();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Evaluate())
                .setExecutionExceptionHandler(Train::say)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (curve && only.isPresent())
            throw new IllegalArgumentException("--only has no effect with --curve: leave it out");
        if (only.orElse(1) < 1) throw new IllegalArgumentException("--only takes a number of batches, at least 1");
        if (options.fineTune > 0)
            throw new IllegalArgumentException("evaluate measures the encoder as it is: leave out --fine-tune");
        Examples examples = Examples.read(options.data(), true);
        if (!curve && examples.groups().size() < 2)
            throw new IllegalArgumentException("there is only one batch: give several files, or a column batch");
        String language = options.language == null ? Languages.of(examples.all()) : options.language;
        Optional<EncoderFiles> files = Vectors.files(options, language);
        if (files.isEmpty()) measure(examples, language, Vectors::none);
        else
            try (Vectors vectors = Vectors.open(files.get(), options, examples.texts())) {
                measure(examples, language, texts -> vectors.of(texts, new Progress(System.err)));
            }
        return 0;
    }

    private void measure(Examples examples, String language, Function<List<String>, float[][]> encode)
            throws IOException {
        if (curve) printCurve(examples, language, encode);
        else evaluate(examples, language, encode);
    }

    private void printCurve(Examples examples, String language, Function<List<String>, float[][]> encode)
            throws IOException {
        Sample sample = Sample.of(examples, encode);
        Progress progress = new Progress(System.err);
        List<LearningCurve.Point> points =
                new Trainer(examples, sample, Optional.empty(), options.seed, options.threads, progress).curve();
        if (options.json) json(Map.of("language", language, "curve", points));
        else for (LearningCurve.Point p : points) System.out.printf("%5d %.4f%n", p.perLabel(), p.accuracy());
    }

    private static void json(Map<String, Object> facts) throws IOException {
        System.out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(facts));
    }

    private void evaluate(Examples examples, String language, Function<List<String>, float[][]> encode)
            throws IOException {
        Sample sample = Sample.of(examples, encode);
        List<Metrics.Answer> all = new ArrayList<>();
        Map<String, Object> batches = new LinkedHashMap<>();
        Optional<Search.Chosen> chosen = Optional.empty();
        Progress progress = new Progress(System.err);
        for (String group :
                examples.groups().stream().limit(only.orElse(Integer.MAX_VALUE)).toList()) {
            int[] rest = members(examples, group, false);
            int[] own = members(examples, group, true);
            Examples seen = new Examples(at(examples, rest), List.of(), true);
            Trainer trainer =
                    new Trainer(seen, sample.at(rest), Optional.empty(), options.seed, options.threads, progress);
            // Two numbers, which differ little from batch to batch, are chosen once, without the first batch left out.
            if (chosen.isEmpty()) chosen = Optional.of(trainer.choose());
            Model.About about = new Model.About("evaluated", group, language, Optional.empty(), seen.size(), Map.of());
            Model model = trainer.intents(about, chosen.get());
            Examples unseen = new Examples(at(examples, own), List.of(), false);
            Metrics metrics = Judge.intents(model, unseen, encode.apply(Judge.texts(model.space(), unseen)));
            batches.put(group, metrics.figures());
            all.addAll(metrics.answers());
            System.err.printf("%s: accuracy %.4f%n", group, metrics.accuracy());
        }
        print(language, new Metrics(all), batches);
    }

    private void print(String language, Metrics metrics, Map<String, Object> batches) throws IOException {
        if (options.json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("language", language);
            facts.put("metrics", metrics.figures());
            facts.put("batches", batches);
            json(facts);
            return;
        }
        metrics.figures().forEach((name, value) -> System.out.printf("%-28s %.4f%n", name, value));
        System.out.println("\nworst labels (precision, recall)");
        metrics.byLabel().entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> e.getValue().f1()))
                .limit(CONFUSIONS_SHOWN)
                .forEach(e -> System.out.printf(
                        "%-24s %.3f %.3f%n",
                        e.getKey(), e.getValue().precision(), e.getValue().recall()));
        System.out.println("\nmost frequent confusions (right, answered)");
        Map<String, Integer> counts = new HashMap<>();
        for (Metrics.Answer a : metrics.answers())
            if (!a.correct()) counts.merge("%-24s %-24s".formatted(a.right(), a.given()), 1, Integer::sum);
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -e.getValue()))
                .limit(CONFUSIONS_SHOWN)
                .forEach(e -> System.out.println(e.getKey() + " " + e.getValue()));
    }

    private static int[] members(Examples examples, String group, boolean inside) {
        return IntStream.range(0, examples.size())
                .filter(i -> examples.all().get(i).group().equals(group) == inside)
                .toArray();
    }

    private static List<Example> at(Examples examples, int[] members) {
        return IntStream.of(members).mapToObj(examples.all()::get).toList();
    }
}
