package kefu.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kefu.local.UserError;
import kefu.local.function.BuiltPackages;
import kefu.local.function.Launcher;
import kefu.local.function.Packaging;
import kefu.local.home.DiskSpace;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import kefu.local.home.TakenPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kefu up}. */
@Command(
        name = "up",
        description = {
            "Start a broker, a database and the five functions, and load the demo shop.",
            "Runs until Ctrl-C; what it keeps is in .kefu and serves the next start."
        })
public final class UpCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--fresh", description = "Forget all data of earlier runs first")
    private boolean fresh;

    @Option(
            names = {"-d", "--detach"},
            description = "Return once everything is ready; ./kefu down ends it")
    private boolean detach;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port", defaultValue = "0")
    private int portOffset;

    @Option(
            names = "--packaging",
            paramLabel = "KIND",
            description = {
                "What the functions run as: jvm, aot (with class caches) or native.",
                "Without it: aot where caches are there; those that are missing are recorded beside."
            })
    private Optional<Packaging> packaging = Optional.empty();

    @Option(names = "--no-shop", description = "Start with an empty shop")
    private boolean noShop;

    @Option(names = "--supervise", hidden = true)
    private boolean supervise;

    public UpCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var home = homeOption.home();
        var ports = ports();
        prepare(home);
        try (var lock = HomeLock.take(home)) {
            if (lock.isHeldElsewhere()) return alreadyRunning(home);
            if (!detach) return supervise(home, ports);
        }
        return new Background(home).start(arguments(home));
    }

    private int supervise(Home home, Ports ports) throws IOException, InterruptedException {
        var progress = new Progress(
                System.out, System.console() != null && System.console().isTerminal());
        if (!supervise) progress.title(home.folder());
        Leftovers.end(home, progress);
        if (fresh) Freshness.forget(home, progress);
        DiskSpace.check(home);
        TakenPorts.refuse(ports);
        ports.write(home);
        var launcher =
                new Launcher(new BuiltPackages(HomeOption.repository()), home.aot(), packaging.orElse(Packaging.AOT));
        if (packaging.isPresent()) new Recording(home, launcher, progress, clock).run();
        return new Supervisor(home, ports, launcher, !noShop, progress, clock).run();
    }

    private void prepare(Home home) {
        try {
            java.nio.file.Files.createDirectories(home.run());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + home.folder() + " as Kefu's home: " + e, e);
        }
    }

    private int alreadyRunning(Home home) {
        if (fresh || portOffset != 0 || packaging.isPresent())
            throw new UserError("Kefu runs already in " + home.folder() + ". End it first: ./kefu down");
        System.out.println("Kefu runs already in " + home.folder() + " (./kefu status, ./kefu down).");
        System.out.println(Welcome.text(home, Ports.of(home)));
        return 0;
    }

    private Ports ports() {
        try {
            return new Ports(portOffset);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<String> arguments(Home home) {
        var arguments = new ArrayList<>(
                List.of("up", "--supervise", "--home", home.folder().toString()));
        arguments.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        packaging.ifPresent(kind -> arguments.addAll(List.of("--packaging", kind.label())));
        if (fresh) arguments.add("--fresh");
        if (noShop) arguments.add("--no-shop");
        return arguments;
    }
}
