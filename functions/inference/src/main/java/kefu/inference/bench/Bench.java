package kefu.inference.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Kind;
import kefu.inference.encoder.Engines;
import kefu.inference.entities.FindEntities;
import kefu.inference.heads.Features;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.text.Language;
import kefu.inference.text.Normalise;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code kefu bench inference}: what everything around an encoder's pass costs, n-grams alone, either engine, and a list
 * of 32 against 32 singles. Milliseconds differ from machine to machine; the ratios hardly do.
 */
@Command(name = "bench-inference", mixinStandardHelpOptions = true, description = "Times the parts of understanding.")
public final class Bench implements Callable<Integer> {
    private static final String ENGLISH = "hey where is my order #W2378156, it should have come yesterday";
    private static final String CHINESE = "我上周五买的那件黑色大衣怎么还没发货,订单号7719204";

    @Option(
            names = "--runs",
            defaultValue = "500",
            description = "Measured runs of each part (default ${DEFAULT-VALUE}).")
    int runs;

    @Option(names = "--threads", description = "Threads of a pass; by default all.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--url", description = "A running inference function, to time over HTTP as well.")
    String url;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Timing> timings = new LinkedHashMap<>();
        language("en", EncoderFiles.english(), ENGLISH, timings);
        language("zh", EncoderFiles.chinese(), CHINESE, timings);
        Map<String, Double> ratios = ratios(timings);
        if (url != null) {
            OverHttp http = new OverHttp(url);
            for (String language : List.of("en", "zh")) {
                http.time(language, language.equals("zh") ? CHINESE : ENGLISH, runs, timings);
                ratios.put(
                        language + " 32 singles / list of 32, http",
                        32
                                * timings.get(language + " over http").median()
                                / timings.get(language + " list of 32 over http")
                                        .median());
            }
        }
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(Map.of("milliseconds", timings, "ratios", ratios)));
            return 0;
        }
        System.out.printf("%-34s %10s %10s%n", "milliseconds", "median", "p99");
        timings.forEach((name, t) -> System.out.printf("%-34s %10.3f %10.3f%n", name, t.median(), t.p99()));
        System.out.println();
        ratios.forEach((name, ratio) -> System.out.printf("%-34s %10.2f%n", name, ratio));
        return 0;
    }

    private void language(String language, EncoderFiles files, String text, Map<String, Timing> timings)
            throws IOException {
        Model model = model(language);
        FindEntities entities = new FindEntities(Clock.systemUTC());
        List<String> one = List.of(Normalise.text(text));
        List<String> list =
                IntStream.range(0, 32).mapToObj(i -> one.getFirst() + " " + i).toList();
        try (Encoder onnx = Engines.open(files, EngineSettings.usual(Kind.ONNX, threads), 64)) {
            timings.put(language + " pass, onnx", Timing.of(runs, () -> onnx.encode(one)));
            timings.put(language + " pass of 32, onnx", Timing.of(runs / 10, () -> onnx.encode(list)));
            timings.put(language + " all of it, onnx", Timing.of(runs, () -> {
                judge(model, text, onnx.encode(List.of(Normalise.text(text)))[0]);
                entities.in(text);
            }));
        }
        try (Encoder pytorch = Engines.open(files, EngineSettings.usual(Kind.PYTORCH, threads), 64)) {
            timings.put(language + " pass, pytorch", Timing.of(runs / 2, () -> pytorch.encode(one)));
        }
        timings.put(language + " n-grams alone", Timing.of(runs, () -> judge(model, text, new float[0])));
        timings.put(language + " entities", Timing.of(runs, () -> entities.in(text)));
    }

    private static void judge(Model model, String text, float[] vector) {
        Language.of(text);
        Features features = model.space().features(Normalise.text(text), vector);
        for (String question : List.of(Model.INTENT, Model.EMOTION))
            model.classifier(question, vector.length > 0).ifPresent(c -> c.classify(features));
    }

    private static Map<String, Double> ratios(Map<String, Timing> timings) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String language : List.of("en", "zh")) {
            double pass = timings.get(language + " pass, onnx").median();
            ratios.put(
                    language + " all of it / pass",
                    timings.get(language + " all of it, onnx").median() / pass);
            ratios.put(
                    language + " pytorch / onnx",
                    timings.get(language + " pass, pytorch").median() / pass);
            ratios.put(
                    language + " n-grams alone / pass",
                    timings.get(language + " n-grams alone").median() / pass);
            ratios.put(
                    language + " 32 singles / list of 32",
                    32 * pass / timings.get(language + " pass of 32, onnx").median());
        }
        return ratios;
    }

    private static Model model(String language) throws IOException {
        try (InputStream file = Bench.class.getResourceAsStream("/models/" + language + ".kefu")) {
            return ModelFile.read(file.readAllBytes(), language + ".kefu");
        }
    }
}
