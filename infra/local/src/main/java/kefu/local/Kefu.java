package kefu.local;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import kefu.local.bench.BenchCommand;
import kefu.local.chat.ChatCommand;
import kefu.local.delegate.EvaluateCommand;
import kefu.local.delegate.TestPackCommand;
import kefu.local.delegate.TrainCommand;
import kefu.local.imports.ImportCommand;
import kefu.local.keys.TokenCommand;
import kefu.local.start.StartBenchCommand;
import kefu.local.status.DownCommand;
import kefu.local.status.StatusCommand;
import kefu.local.up.RecordCommand;
import kefu.local.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** {@code kefu}: the root of all commands. */
@Command(
        name = "kefu",
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs all of Kefu on this machine, with a real broker and a real database.",
        mixinStandardHelpOptions = true,
        version = "kefu 0.1.0",
        scope = CommandLine.ScopeType.INHERIT)
public final class Kefu implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        int status = commandLine(Clock.systemUTC()).execute(arguments);
        if (status != 0) System.exit(status);
    }

    static CommandLine commandLine(Clock clock) {
        var root = new CommandLine(new Kefu());
        root.addSubcommand(new UpCommand(clock))
                .addSubcommand(new DownCommand())
                .addSubcommand(new RecordCommand(clock))
                .addSubcommand(new StatusCommand(clock))
                .addSubcommand(new TokenCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ChatCommand(clock))
                .addSubcommand(new TrainCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new TestPackCommand())
                .addSubcommand(new BenchCommand(clock).withSubcommands(new StartBenchCommand(clock)))
                .addSubcommand(new HelpCommand());
        // Said of all commands, not of each.
        root.getCommandSpec().usageMessage().footerHeading("%n").footer("./kefu test runs everything that CI runs.");
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpWidth(100);
        root.setExecutionExceptionHandler(Kefu::explain);
        return root;
    }

    /** What a person can put right is said in one sentence; anything else is a fault of ours and shown whole. */
    private static int explain(Exception failure, CommandLine command, ParseResult result) throws Exception {
        PrintWriter err = command.getErr();
        switch (failure) {
            case UserError error -> err.println("kefu: " + error.getMessage());
            case UncheckedIOException error -> err.println("kefu: " + error.getMessage());
            case null, default -> throw failure;
        }
        err.flush();
        return 1;
    }
}
