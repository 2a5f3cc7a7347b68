package kefu.inference.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kefu.inference.encoder.EncoderFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code kefu bench inference}: what everything around an encoder's pass costs over HTTP, n-grams alone, either engine
 * against what it wraps, a list of 32 against 32 singles, and every engine with one thread and with all. Milliseconds
 * differ from machine to machine; the ratios hardly do, and each is printed beside its goal.
 */
@Command(name = "bench-inference", mixinStandardHelpOptions = true, description = "Times the parts of understanding.")
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--runs",
            defaultValue = "300",
            description = "Measured runs of each part (default ${DEFAULT-VALUE}).")
    int runs;

    @Option(names = "--threads", description = "Threads of an encoder; by default all.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--url", description = "A running inference function; without it one is started.")
    String url;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    private final Figures figures = new Figures();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Parts> languages = List.of(
                new Parts(EncoderFiles.english(), Parts.ENGLISH, threads, runs),
                new Parts(EncoderFiles.chinese(), Parts.CHINESE, threads, runs));
        for (Parts parts : languages) parts.time(figures);
        if (url == null) {
            try (Served served = Served.start(threads)) {
                overHttp(languages, served.url());
            }
        } else {
            overHttp(languages, url);
        }
        Modules modules = new Modules(threads, runs);
        modules.timeOwnLayers(figures);
        modules.timeBase(figures);
        print(new EngineTable(threads, runs).rows());
        return 0;
    }

    private void overHttp(List<Parts> languages, String where) throws IOException {
        try (OverHttp http = new OverHttp(where)) {
            http.warmUp(languages.stream().map(Parts::text).toList());
            for (Parts parts : languages) overHttp(parts, http);
        }
    }

    private void overHttp(Parts parts, OverHttp http) {
        String language = parts.language();
        try (PassAlone alone = parts.passAlone()) {
            Timing[] each = Timing.each(runs, alone::run, () -> http.ask(parts.text()));
            Timing pass = figures.put(language + " pass alone, onnx", each[0]);
            Timing single = figures.put(language + " over HTTP", each[1]);
            figures.put(Goal.atMost(
                    language + " what the function adds to a pass, over HTTP, ms", single.median() - pass.median(), 2));
            Timing list = figures.put(
                    language + " list of " + OverHttp.LIST + " over HTTP",
                    Timing.of(runs / 10, () -> http.askList(parts.text())));
            figures.put(Goal.atLeast(
                    language + " texts a second, a list of 32 against singles, over HTTP",
                    OverHttp.LIST * single.median() / list.median(),
                    3));
        }
    }

    private void print(List<EngineTable.Row> engines) throws IOException {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("milliseconds", figures.timings());
            all.put("goals", figures.goals());
            all.put("engines", engines);
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(all));
            return;
        }
        System.out.printf("%d threads%n%-50s %10s %10s%n", threads, "milliseconds", "median", "p99");
        figures.timings().forEach((name, t) -> System.out.printf("%-50s %10.3f %10.3f%n", name, t.median(), t.p99()));
        System.out.printf(
                "%nengine, precision, threads, one text in ms, texts a second in lists of %d%n", OverHttp.LIST);
        engines.forEach(System.out::println);
        System.out.println();
        figures.goals().forEach(System.out::println);
    }
}
