package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.inference.heads.Classification;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.text.Normalise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainTest {
    private static final List<String> THINGS = List.of(
            "kettle", "shoes", "lamp", "phone", "chair", "dress", "puzzle", "shampoo", "bike", "ring", "sofa", "mug");

    @TempDir
    Path folder;

    @Test
    void aTrainedModelAnswersAndSaysHowGoodItIs() throws IOException {
        assertThat(train(data(), folder.resolve("out"), 2)).isZero();
        Model model = ModelFile.read(Files.readAllBytes(folder.resolve("out/model.kefu")), "model.kefu");
        assertThat(answer(model, "please cancel the wardrobe")).isEqualTo("order.cancel");
        assertThat(answer(model, "where is my wardrobe")).isEqualTo("order.status");
        assertThat(answer(model, "sing about the rain in paris")).isEqualTo("oos");
        JsonNode card =
                new ObjectMapper().readTree(folder.resolve("out/card.json").toFile());
        assertThat(card.at("/metrics/heldOut.accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(card.at("/notes").asInt()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("<svg", "Surest errors");
        assertThat(Files.readString(folder.resolve("out/card.md")))
                .contains("repeats train.csv:2", "no text", "labels disagree");
    }

    @Test
    void theSameSeedMakesTheSameModelOnAnyNumberOfThreads() throws IOException {
        Path data = data();
        train(data, folder.resolve("one"), 1);
        train(data, folder.resolve("two"), 3);
        assertThat(folder.resolve("one/model.kefu")).hasSameBinaryContentAs(folder.resolve("two/model.kefu"));
    }

    @Test
    void twoTrainingsAreSetSideBySide() throws IOException {
        Path data = data();
        train(data, folder.resolve("one"), 2);
        new CommandLine(new Train())
                .execute(
                        "--data",
                        data.toString(),
                        "--out",
                        folder.resolve("two").toString(),
                        "--no-encoder",
                        "--seed",
                        "8");
        String table = new Compare(folder.resolve("one"), folder.resolve("two")).table();
        assertThat(table).contains("seed", "heldOut.accuracy", "+").doesNotContain("ngrams");
    }

    @Test
    void plainWaysAreMeasuredOnTheSameTexts() throws IOException {
        Path data = data();
        int status = new CommandLine(new Train())
                .execute(
                        "--data",
                        data.toString(),
                        "--test",
                        data.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--no-encoder",
                        "--baselines");
        assertThat(status).isZero();
        JsonNode baselines = new ObjectMapper()
                .readTree(folder.resolve("out/card.json").toFile())
                .path("baselines");
        assertThat(baselines.path("baseline.ngramSvm").asDouble()).isBetween(0.9, 1.0);
        assertThat(baselines.has("baseline.linearProbe")).isFalse();
        assertThat(Files.readString(folder.resolve("out/card.md"))).contains("baseline.ngramSvm");
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedWithTheirNames() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "utterance;intent\nhello;greeting\n");
        StringWriter said = new StringWriter();
        int status = new CommandLine(new Train())
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler(Train::say)
                .execute(
                        "--data",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--no-encoder");
        assertThat(status).isEqualTo(1);
        assertThat(said.toString()).contains("bad.csv", "text and label");
    }

    private int train(Path data, Path out, int threads) {
        return new CommandLine(new Train())
                .execute(
                        "--data",
                        data.toString(),
                        "--out",
                        out.toString(),
                        "--no-encoder",
                        "--threads",
                        String.valueOf(threads));
    }

    private static String answer(Model model, String text) {
        Classification given = model.classifier(Model.INTENT, false)
                .orElseThrow()
                .classify(model.space().features(Normalise.text(text), new float[0]));
        return given.best().label();
    }

    private Path data() throws IOException {
        StringBuilder csv = new StringBuilder("text,label\nwhere is my kettle,order.status\n,order.status\n");
        csv.append("just this,order.status\njust this,order.cancel\n");
        for (String thing : THINGS) {
            csv.append("where is my ").append(thing).append(",order.status\n");
            csv.append("\"has the %s been sent, please\",order.status\n".formatted(thing));
            csv.append("please cancel the ").append(thing).append(",order.cancel\n");
            csv.append("i do not want the %s any more cancel it,order.cancel\n".formatted(thing));
            csv.append("sing me a song about the %s in the rain,oos\n".formatted(thing));
            csv.append("how warm is the weather in paris for a %s,oos\n".formatted(thing));
        }
        return Files.writeString(folder.resolve("train.csv"), csv);
    }
}
