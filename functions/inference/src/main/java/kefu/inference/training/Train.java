package kefu.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.Engines;
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
            names = "--turns",
            arity = "1..*",
            description = "CSV files of conversations (dialogue,text,label,act,expects) that teach what history means.")
    List<Path> turns = List.of();

    @Option(names = "--turns-test", arity = "1..*", description = "Conversations to measure that on.")
    List<Path> turnsTest = List.of();

    @Option(names = "--out", required = true, description = "Folder for model, card and report.")
    Path out;

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
        long begun = System.nanoTime();
        Progress progress = new Progress(System.err);
        Examples examples = Examples.read(options.data, options.batches);
        Examples unseen = test.isEmpty() ? new Examples(List.of(), List.of(), false) : Examples.read(test, false);
        String language = options.language == null ? Languages.of(examples.all()) : options.language;
        Optional<EncoderFiles> files = options.noEncoder
                ? Optional.empty()
                : Optional.of(language.equals("zh") ? EncoderFiles.chinese() : EncoderFiles.english());
        Optional<float[][]> vectors = Optional.empty();
        Optional<float[][]> unseenVectors = Optional.empty();
        Dialogues taught = Dialogues.read(turns);
        Dialogues asked = Dialogues.read(turnsTest);
        float[][] taughtVectors = new float[taught.utterances().size()][0];
        float[][] askedVectors = new float[asked.utterances().size()][0];
        if (files.isPresent()) {
            try (Encoder encoder = Engines.open(files.get(), options.engine, options.threads, 64)) {
                progress.expect(examples.size() / 1000.0);
                vectors = Optional.of(encoder.encode(examples.texts()));
                progress.done(examples.size() / 1000.0, examples.size() + " texts encoded");
                unseenVectors = Optional.of(encoder.encode(unseen.texts()));
                taughtVectors = encoder.encode(taught.texts());
                askedVectors = encoder.encode(asked.texts());
            }
        }
        Model.About about = new Model.About(
                name,
                Version.of(examples, taught, options),
                language,
                files.map(EncoderFiles::name),
                examples.size(),
                Map.of());
        Trainer.Trained utterances =
                new Trainer(examples, vectors, options.seed, options.threads, progress).train(about);
        Trainer.Trained trained =
                utterances.with(inContext(utterances.model(), taught, taughtVectors, asked, askedVectors));
        Optional<Metrics> onTest = test.isEmpty()
                ? Optional.empty()
                : Optional.of(Judge.intents(
                        trained.model(), unseen, unseenVectors.orElseGet(() -> new float[unseen.size()][0])));
        write(trained, examples, onTest, (System.nanoTime() - begun) / 1e9);
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

    private void write(Trainer.Trained trained, Examples examples, Optional<Metrics> onTest, double seconds)
            throws IOException {
        Files.createDirectories(out);
        Model model = ModelCard.withTest(trained.model(), onTest);
        byte[] file = ModelFile.write(model);
        Files.write(out.resolve("model.kefu"), file);
        Map<String, Object> card =
                new LinkedHashMap<>(ModelCard.facts(model, trained.chosen(), examples, options.seed, file));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(out.resolve("card.json"), json.writeValueAsString(card) + "\n");
        Files.writeString(out.resolve("card.md"), ModelCard.markdown(card, examples.problems()));
        Metrics shown = onTest.orElse(trained.heldOut());
        Files.writeString(out.resolve("report.html"), Report.html(card, shown, examples.problems()));
        Files.writeString(out.resolve("predictions.csv"), Report.predictions(shown));
        card.put("seconds", seconds);
        card.put("out", out.toString());
        if (options.json) System.out.println(json.writeValueAsString(card));
        else System.out.print(ModelCard.markdown(card, examples.problems()));
    }
}
