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
import java.util.stream.Stream;
import kefu.inference.heads.Model;
import kefu.inference.text.Normalise;
import org.junit.jupiter.api.Test;

/** Forty labels of CLINC150, n-grams alone: what a tenth of the letters mistyped costs, and mending where nothing is. */
class TyposCostLittleTest {
    private static final Path DATA = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(folder -> folder.resolve("../shared/data/clinc150").normalize())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("absent"));
    private static final long SEED = 4021;
    private static final int LABELS = 40;

    @Test
    void aTenthOfTheLettersMistypedCostsThreePointsAtMostAndMendingCleanTextsNearlyNothing() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: CLINC150 is not in ../shared/data/clinc150");
        Examples all = Examples.read(List.of(DATA.resolve("train.csv")), false);
        List<String> labels = all.all().stream()
                .map(Example::label)
                .filter(label -> !label.equals("oos"))
                .distinct()
                .sorted()
                .limit(LABELS)
                .toList();
        Examples learn = some(all, labels);
        Examples test = some(Examples.unseen(List.of(DATA.resolve("test.csv"))), labels);
        Model model = model(learn);
        Random random = new Random(SEED);
        double clean = accuracy(model, test.texts(), test);
        double mended = accuracy(model, mended(model, test.texts()), test);
        List<String> mistyped = test.texts().stream()
                .map(text -> Normalise.text(Typos.in(text, 0.1, random)))
                .toList();
        assertThat(clean).isGreaterThan(0.9);
        assertThat(mended).isGreaterThan(clean - 0.002);
        assertThat(accuracy(model, mended(model, mistyped), test)).isGreaterThan(clean - 0.03);
        assertThat(accuracy(model, mistyped, test)).isLessThan(clean - 0.06);
    }

    private static Model model(Examples learn) {
        Sample sample = Sample.of(learn, Vectors::none, false, 7);
        Trainer trainer = new Trainer(learn, sample, Optional.empty(), 7, 2, new Progress(System.err));
        return trainer.intents(
                new Model.About("test", "1", "en", Optional.empty(), learn.size(), Map.of()),
                new Search.Chosen(0, 0.5));
    }

    private static List<String> mended(Model model, List<String> texts) {
        return texts.stream().map(model.space()::repaired).toList();
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
}
