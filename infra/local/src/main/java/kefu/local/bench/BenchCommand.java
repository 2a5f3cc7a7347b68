package kefu.local.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.delegate.FunctionMain;
import kefu.local.function.Function;
import kefu.local.home.HomeOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code kefu bench}. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "WHAT",
        description = "Measure the running Kefu, or its models alone.",
        subcommands = BenchCommand.Inference.class)
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    public BenchCommand(Clock clock) {
        this.clock = clock;
    }

    private final Clock clock;

    /** Subcommands that need the clock are added here rather than by annotation. */
    public CommandLine withSubcommands(Object more) {
        return new CommandLine(this).addSubcommand(new TurnBenchCommand(clock)).addSubcommand(more);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: turn, start or inference");
    }

    /** {@code kefu bench inference}. */
    @Command(
            name = "inference",
            description = "The models alone: milliseconds and texts a second. Its options: ./kefu bench inference -h",
            mixinStandardHelpOptions = false)
    static final class Inference implements Callable<Integer> {
        @Mixin
        private HomeOption homeOption;

        @Unmatched
        private List<String> arguments = new ArrayList<>();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new FunctionMain(Function.INFERENCE, "kefu.inference.bench.Bench").run(homeOption.home(), arguments);
        }
    }
}
