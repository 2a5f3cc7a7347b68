package kefu.local.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.function.BuiltPackages;
import kefu.local.function.Function;
import kefu.local.function.FunctionProcess;
import kefu.local.function.Launcher;
import kefu.local.function.Packaging;
import kefu.local.home.HomeOption;
import kefu.local.process.Ending;
import kefu.local.up.Aside;
import kefu.local.up.Progress;
import kefu.local.up.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu bench start}. */
@Command(
        name = "start",
        description = {
            "From the start of a function's process to its first real answer, among the other four, which run:",
            "the time, where it goes, memory and size, as plain jars, with class caches, and as native executables.",
            "Runs a Kefu of its own; end any other first, or both are slow."
        })
public final class StartBenchCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--starts", defaultValue = "5", description = "How many of each (default: 5)")
    private int starts;

    @Option(
            names = "--function",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "inference,profiling,recommendation,analytics,routing",
            description = "Which functions (default: all)")
    private List<Function> functions = List.of();

    @Option(
            names = "--packaging",
            split = ",",
            paramLabel = "KIND",
            defaultValue = "jvm,aot",
            description = "Which packagings, of jvm, aot and native (default: jvm,aot)")
    private List<Packaging> packagings = List.of();

    @Option(names = "--json", description = "As JSON")
    private boolean json;

    public StartBenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = homeOption.home();
        var progress = new Progress(System.err, false);
        if (packagings.contains(Packaging.AOT)) new Recording(home, launcher(Packaging.AOT), progress, clock).run();
        var rows = new ArrayList<Measured>();
        try (var aside = Aside.start(home, launcher(Packaging.AOT), progress, clock)) {
            for (var function : functions) rows.addAll(measure(function, aside, progress));
        }
        System.out.println(
                json
                        ? new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(
                                        rows.stream().map(Measured::json).toList())
                        : new StartTable(rows).text());
        return 0;
    }

    private List<Measured> measure(Function function, Aside aside, Progress progress)
            throws IOException, InterruptedException {
        Ending.end(aside.process(function.label()), Duration.ofSeconds(15));
        var measurements = packagings.stream()
                .filter(packaging -> packaging.of(function) == packaging)
                .map(packaging -> new Measurement(aside, launcher(packaging), function, clock))
                .toList();
        for (int i = 1; i <= starts; i++) {
            progress.begin(function.label(), "start %d of %d of each packaging".formatted(i, starts));
            // In turn, so that what else the machine does meets all packagings alike.
            for (var measurement : measurements) measurement.start();
        }
        var rows = new ArrayList<Measured>();
        for (var measurement : measurements) rows.add(measurement.measured());
        FunctionProcess.start(function, launcher(Packaging.AOT), aside.home(), aside.ports())
                .awaitReady();
        return rows;
    }

    private Launcher launcher(Packaging packaging) {
        return new Launcher(
                new BuiltPackages(HomeOption.repository()), homeOption.home().aot(), packaging);
    }
}
