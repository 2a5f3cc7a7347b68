package kefu.local.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kefu import}. */
@Command(
        name = "import",
        description = {
            "Load a shop's data into the running Kefu.",
            "DIR holds these files, each of which may be absent; infra/local/shop shows their fields:",
            "products.jsonl, customers.jsonl, orders.jsonl, reviews.jsonl, interactions.jsonl (an object a line),",
            "knowledge/LANGUAGE/**/*.md (en or zh; front matter with id, title, tags).",
            "A bad line is reported with file, line and reason; the rest is loaded."
        },
        footer = {"", "Exit status: 0 when all was loaded, 1 when something was not."})
public final class ImportCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "DIR", description = "The folder with the files")
    private Path folder;

    @Option(
            names = "--max-problems",
            paramLabel = "N",
            defaultValue = "100",
            description = "Show at most N problems (default: 100)")
    private int shown;

    public ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var home = homeOption.home();
        var report = ShopImport.of(home, Ports.of(home), clock).run(folder, System.out::println);
        report.notes().forEach(System.out::println);
        report.problems().stream().limit(shown).forEach(System.err::println);
        int hidden = report.problems().size() - shown;
        if (hidden > 0)
            System.err.println("… and " + hidden + " more (--max-problems "
                    + report.problems().size() + ")");
        System.out.println("Loaded " + report.summary() + ".");
        return report.problems().isEmpty() ? 0 : 1;
    }
}
