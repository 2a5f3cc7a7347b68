package kefu.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu train}: labelled texts in, a model with its card and report out. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a model on text,label files.")
public final class Train implements Callable<Integer> {
    @Mixin
    TrainingOptions options;

    @Option(names = "--test", arity = "1..*", description = "CSV files to measure the model on.")
    List<Path> test = List.of();

    @Option(
            names = "--baselines",
            description = "Measure plain ways on the test files too: an SVM on n-grams, a linear probe of the encoder.")
    boolean baselines;

    @Option(
            names = "--turns",
            arity = "1..*",
            description = "CSV files of conversations (dialogue,text,label,act,expects) that teach what history means.")
    List<Path> turns = List.of();

    @Option(names = "--turns-test", arity = "1..*", description = "Conversations to measure that on.")
    List<Path> turnsTest = List.of();

    @Option(names = "--out", description = "Folder for model, card and report.")
    Path out;

    @Option(
            names = "--clean-only",
            description = "Only clean the data: writes clean.csv and says what was wrong where.")
    boolean cleanOnly;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "DIR",
            description = "Set two earlier trainings side by side.")
    List<Path> compare = List.of();

    private final Clock clock = Clock.systemUTC();

    @Option(names = "--name", defaultValue = "shop", description = "The model's name (default ${DEFAULT-VALUE}).")
    String name;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Train())
                .setExecutionExceptionHandler(Train::say)
                .execute(args));
    }

    /** Says in one line what was wrong with the call or its files. */
    static int say(Exception problem, CommandLine command, CommandLine.ParseResult call) {
        command.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        return 1;
    }

    @Override
    public Integer call() throws IOException {
        if (compare.size() == 2) {
            System.out.print(new Compare(compare.get(0), compare.get(1)).table());
            return 0;
        }
        long begun = System.nanoTime();
        if (baselines && options.fineTune > 0)
            throw new IllegalArgumentException("--baselines measures the encoder as it is: leave out --fine-tune");
        if (baselines && test.isEmpty()) throw new IllegalArgumentException("--baselines needs --test");
        if (out == null) throw new IllegalArgumentException("--out is missing: the folder to write to");
        Examples examples = Examples.read(options.data(), options.batches);
        if (cleanOnly) return clean(examples);
        Examples unseen = test.isEmpty() ? new Examples(List.of(), List.of(), false) : Examples.unseen(test);
        Progress progress = new Progress(System.err);
        String language = options.language == null ? Languages.of(examples.all()) : options.language;
        Optional<EncoderFiles> files = Vectors.files(options, language);
        Optional<int[]> kept = Optional.empty();
        if (options.fineTune > 0) {
            Tune tune = new Tune(examples, options, progress);
            files = Optional.of(tune.train(files.orElseThrow(), out.resolve(language + "-encoder")));
            kept = Optional.of(tune.kept());
        }
        Optional<EncoderReference> encoder = Optional.empty();
        Sample sample;
        Dialogues taught = Dialogues.read(turns);
        Dialogues asked = Dialogues.read(turnsTest);
        float[][] taughtVectors = Vectors.none(taught.texts());
        float[][] askedVectors = Vectors.none(asked.texts());
        float[][] unseenVectors = Vectors.none(unseen.texts());
        if (files.isEmpty()) sample = Sample.of(examples, Vectors::none);
        else {
            try (Vectors vectors = Vectors.open(files.get(), options, examples.texts())) {
                encoder = Optional.of(vectors.reference());
                sample = Sample.of(examples, texts -> vectors.of(texts, progress));
                unseenVectors = vectors.of(Judge.texts(sample.space(1), unseen), progress);
                taughtVectors = vectors.of(taught.texts(), progress);
                askedVectors = vectors.of(asked.texts(), progress);
            }
        }
        Model.About about = new Model.About(
                name,
                Version.of(examples, taught, options, encoder),
                language,
                encoder.map(EncoderReference::toString),
                examples.size(),
                Map.of());
        Trainer.Trained utterances =
                new Trainer(examples, sample, kept, options.seed, options.threads, progress).train(about);
        Trainer.Trained trained =
                utterances.with(inContext(utterances.model(), taught, taughtVectors, asked, askedVectors));
        Optional<Metrics> onTest =
                test.isEmpty() ? Optional.empty() : Optional.of(Judge.intents(trained.model(), unseen, unseenVectors));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> byBaseline =
                baselines ? Baselines.of(examples, sample, options).on(unseen, unseenVectors) : Map.of();
        write(trained, examples, onTest, byBaseline, seconds);
        return 0;
    }

    private Model inContext(
            Model model, Dialogues taught, float[][] taughtVectors, Dialogues asked, float[][] askedVectors) {
        Model hearing = turns.isEmpty() ? model : TrainContext.train(model, taught, taughtVectors, options.seed);
        if (turnsTest.isEmpty()) return hearing;
        Map<String, Double> figures = new TreeMap<>(hearing.about().metrics());
        JudgeTurns.figures(JudgeTurns.answers(hearing, asked, askedVectors))
                .forEach((name, value) -> figures.put("turns.test." + name, value));
        return hearing.with(hearing.about().with(figures));
    }

    private int clean(Examples examples) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("clean.csv"), examples.csv());
        examples.problems().forEach(System.out::println);
        System.out.printf(
                "%d examples kept, %d notes; %s%n",
                examples.size(), examples.problems().size(), out.resolve("clean.csv"));
        return 0;
    }

    private void write(
            Trainer.Trained trained,
            Examples examples,
            Optional<Metrics> onTest,
            Map<String, Double> byBaseline,
            double seconds)
            throws IOException {
        Files.createDirectories(out);
        Model model = ModelCard.withTest(trained.model(), onTest);
        byte[] file = ModelFile.write(model);
        Files.write(out.resolve("model.kefu"), file);
        Metrics shown = onTest.orElse(trained.heldOut());
        Map<String, Object> card =
                new LinkedHashMap<>(ModelCard.facts(model, trained, examples, options, shown, clock.instant(), file));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        if (!byBaseline.isEmpty()) card.put("baselines", byBaseline);
        Files.writeString(out.resolve("card.json"), json.writeValueAsString(card) + "\n");
        Files.writeString(out.resolve("card.md"), ModelCard.markdown(card, examples.problems()));
        Files.writeString(out.resolve("report.html"), Report.html(card, shown, trained.curve(), examples.problems()));
        Files.writeString(out.resolve("predictions.csv"), Report.predictions(shown));
        card.putAll(shown.figures());
        card.put("seconds", seconds);
        card.put("out", out.toString());
        if (options.json) System.out.println(json.writeValueAsString(card));
        else System.out.print(ModelCard.markdown(card, examples.problems()));
    }
}
