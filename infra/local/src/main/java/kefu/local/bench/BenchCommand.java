package kefu.local.bench;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.delegate.FunctionMain;
import kefu.local.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kefu bench}: what can be measured. */
@Command(name = "bench", description = "Measure Kefu: ratios within one run.")
public final class BenchCommand implements Runnable {
    private final Clock clock;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    public BenchCommand(Clock clock) {
        this.clock = clock;
    }

    /** The subcommands that need the clock cannot be made by annotation. */
    public picocli.CommandLine withSubcommands() {
        return new picocli.CommandLine(this)
                .addSubcommand(new BenchTurnCommand(clock))
                .addSubcommand(new Inference());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code kefu bench inference}. */
    @Command(name = "inference", description = "Understanding around the encoder's forward pass.")
    static final class Inference implements Callable<Integer> {
        @Unmatched
        private List<String> arguments = List.of();

        @Override
        public Integer call() {
            return FunctionMain.run(Function.INFERENCE, "kefu.inference.bench.Bench", arguments);
        }
    }
}
