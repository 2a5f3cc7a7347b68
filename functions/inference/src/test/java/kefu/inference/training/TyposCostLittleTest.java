package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kefu.inference.heads.Model;
import kefu.inference.text.Normalise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenth of the characters mistyped costs n-grams alone, and mending where nothing is mistyped. */
class TyposCostLittleTest {
    private static final Path CLINC150 = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(folder -> folder.resolve("../shared/data/clinc150").normalize())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("absent"));
    private static final Path SHOP = Path.of("src/main/corpus");
    private static final long SEED = 4021;
    private static final int LABELS = 40;

    /** Accuracy on texts as typed, the same mended, mistyped and mended, and mistyped. */
    private record Accuracies(double clean, double mended, double typosMended, double typos) {}

    @Test
    void inShortRequestsItCostsThreePointsAtMost() throws IOException {
        assumeTrue(Files.isDirectory(CLINC150), "skipped: CLINC150 is not in ../shared/data/clinc150");
        Examples all = Examples.read(List.of(CLINC150.resolve("train.csv")), false);
        List<String> labels = all.all().stream()
                .map(Example::label)
                .filter(label -> !label.equals("oos"))
                .distinct()
                .sorted()
                .limit(LABELS)
                .toList();
        Examples test = some(Examples.unseen(List.of(CLINC150.resolve("test.csv"))), labels);
        Accuracies accuracies = accuracies(some(all, labels), test);
        assertThat(accuracies.clean()).isGreaterThan(0.9);
        assertThat(accuracies.mended()).isGreaterThan(accuracies.clean() - 0.002);
        assertThat(accuracies.typosMended()).isGreaterThan(accuracies.clean() - 0.03);
        assertThat(accuracies.typos()).isLessThan(accuracies.clean() - 0.06);
    }

    /** Five writers teach what a sixth is asked; the mending wins back half of what typos take at least. */
    @ParameterizedTest
    @CsvSource({"en, 0.70, 0.06", "zh, 0.81, 0.015"})
    void inTheShopHalfOfWhatTyposTakeIsWonBack(String language, double clean, double lost) throws IOException {
        List<Path> batches = IntStream.rangeClosed(1, 6)
                .mapToObj(batch -> SHOP.resolve("%s/batch-%02d.csv".formatted(language, batch)))
                .toList();
        Examples test = inScope(Examples.unseen(batches.subList(5, 6)));
        Accuracies accuracies = accuracies(Examples.read(batches.subList(0, 5), true), test);
        assertThat(accuracies.clean()).isGreaterThan(clean);
        assertThat(accuracies.mended()).isGreaterThan(accuracies.clean() - 0.005);
        assertThat(accuracies.typosMended()).isGreaterThan(accuracies.clean() - lost);
        assertThat(accuracies.clean() - accuracies.typosMended())
                .isLessThan((accuracies.clean() - accuracies.typos()) / 2);
    }

    private static Accuracies accuracies(Examples learn, Examples test) {
        Model model = model(learn);
        Random random = new Random(SEED);
        List<String> mistyped = test.texts().stream()
                .map(text -> Normalise.text(Typos.in(text, 0.1, random)))
                .toList();
        return new Accuracies(
                accuracy(model, test.texts(), test),
                accuracy(model, mended(model, test.texts()), test),
                accuracy(model, mended(model, mistyped), test),
                accuracy(model, mistyped, test));
    }

    private static Model model(Examples learn) {
        Sample sample = Sample.of(learn, Vectors::none);
        Trainer trainer = new Trainer(learn, sample, Optional.empty(), 7, 2, new Progress(System.err));
        return trainer.intents(
                new Model.About("test", "1", "en", Optional.empty(), learn.size(), Map.of()),
                new Search.Chosen(0, 1, 0.5));
    }

    private static List<String> mended(Model model, List<String> texts) {
        return texts.stream().map(model.space()::spellingCorrected).toList();
    }

    private static double accuracy(Model model, List<String> texts, Examples test) {
        int right = 0;
        for (int i = 0; i < texts.size(); i++)
            if (model.classifier(Model.INTENT, false)
                    .orElseThrow()
                    .classify(model.space().features(texts.get(i), new float[0]))
                    .bestInScope()
                    .label()
                    .equals(test.all().get(i).label())) right++;
        return (double) right / texts.size();
    }

    private static Examples some(Examples examples, List<String> labels) {
        return new Examples(
                examples.all().stream().filter(e -> labels.contains(e.label())).toList(), List.of(), false);
    }

    private static Examples inScope(Examples examples) {
        return new Examples(
                examples.all().stream().filter(e -> !e.label().equals("oos")).toList(), List.of(), false);
    }
}
