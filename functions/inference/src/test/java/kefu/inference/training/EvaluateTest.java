package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateTest {
    private static final List<String> THINGS =
            List.of("kettle", "shoes", "lamp", "phone", "chair", "dress", "puzzle", "shampoo", "bike", "ring", "sofa");

    @TempDir
    Path folder;

    @Test
    void theCurveSaysWhatMoreExamplesGive() throws IOException {
        JsonNode curve =
                evaluate("--curve", "--data", file("one.csv", "").toString()).path("curve");
        assertThat(curve.findValuesAsText("perLabel")).containsExactly("5", "11");
        double few = curve.get(0).path("accuracy").asDouble();
        assertThat(few).isGreaterThan(0.5);
        assertThat(curve.get(1).path("accuracy").asDouble()).isGreaterThanOrEqualTo(few);
    }

    @Test
    void eachBatchIsLeftOutOnce() throws IOException {
        JsonNode said = evaluate(
                "--data",
                file("first.csv", " please").toString(),
                file("second.csv", " now").toString());
        assertThat(said.path("batches").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("first.csv", "second.csv");
        assertThat(said.at("/metrics/accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void noBatchesAtAllAreRefused() {
        var evaluate = new CommandLine(new Evaluate());
        var said = new java.io.StringWriter();
        evaluate.setExecutionExceptionHandler((problem, _, _) -> {
            said.write(problem.getMessage());
            return 1;
        });
        assertThat(evaluate.execute("--only", "0", "--no-encoder", "--data", "any.csv"))
                .isEqualTo(1);
        assertThat(said).hasToString("--only takes a number of batches, at least 1");
    }

    private static JsonNode evaluate(String... arguments) throws IOException {
        PrintStream usual = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Evaluate())
                            .execute(java.util.stream.Stream.concat(
                                            List.of(arguments).stream(), List.of("--no-encoder", "--json").stream())
                                    .toArray(String[]::new)))
                    .isZero();
        } finally {
            System.setOut(usual);
        }
        return new ObjectMapper().readTree(said.toByteArray());
    }

    private Path file(String name, String end) throws IOException {
        StringBuilder csv = new StringBuilder("text,label\n");
        for (String thing : THINGS) {
            csv.append("where is my %s%s,order.status\n".formatted(thing, end));
            csv.append("cancel the %s%s,order.cancel\n".formatted(thing, end));
        }
        return Files.writeString(folder.resolve(name), csv);
    }
}
