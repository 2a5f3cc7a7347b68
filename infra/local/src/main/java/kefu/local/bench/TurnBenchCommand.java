package kefu.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import kefu.local.http.Api;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;
import kefu.local.process.Memory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu bench turn}. */
@Command(
        name = "turn",
        description = {
            "A turn from request to reply, beside one forward pass and one commit.",
            "Turns come one after the other (--turns), then at a fixed rate (--rate, --seconds). No turn can be faster",
            "than the pass and the commit, which are measured bare in the same run."
        })
final class TurnBenchCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--turns", defaultValue = "300", description = "How many, one after the other (default: 300)")
    private int turns;

    @Option(names = "--rate", defaultValue = "20", description = "Turns a second (default: 20)")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "How long at that rate (default: 30)")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "4000", description = "Turns before anything counts (default: 4000)")
    private int warmUp;

    @Option(names = "--json", description = "As JSON")
    private boolean json;

    TurnBenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException, IOException {
        var home = homeOption.home();
        var ports = Ports.of(home);
        var secrets = new Secrets(home.keys());
        var token = new Tokens(secrets, clock).token("bench", Role.ADMIN, Duration.ofHours(2));
        var inference = Api.of(ports.url(Function.INFERENCE), token);
        var jdbcUrl = "jdbc:postgresql://localhost:" + ports.database() + "/kefu";
        TurnReport report;
        try (var talk = new Turns(Api.of(ports.url(Function.ROUTING), ""))) {
            if (warmUp > 0) talk.sequential(warmUp);
            var sequential = talk.sequential(turns);
            var pass = Floors.forwardPasses(inference, Turns.TEXTS, turns);
            var commit = Floors.commits(jdbcUrl, secrets.databasePassword(), turns);
            var atRate = talk.atRate(rate, Duration.ofSeconds(seconds));
            report = new TurnReport(sequential, atRate, rate, pass, commit, memory(home));
        }
        System.out.println(
                json
                        ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.json())
                        : report.text());
        return 0;
    }

    private static Map<String, Long> memory(Home home) {
        var memory = new LinkedHashMap<String, Long>();
        for (var function : Function.values())
            home.pid(function.label())
                    .process()
                    .ifPresent(process -> memory.put(
                            function.label(), Memory.resident(process).orElse(0)));
        return memory;
    }
}
