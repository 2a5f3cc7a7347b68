package kefu.local.up;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kefu.local.function.Function;
import kefu.local.function.Launcher;
import kefu.local.home.Home;
import kefu.local.process.Ending;

/** Processes of a Kefu that was killed itself and could not end them. */
public final class Leftovers {
    public static final String BROKER = Launcher.BROKER;
    public static final String DATABASE = "database";

    /** What records class caches beside a running Kefu. */
    static final String RECORDER = "record";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /** Ends them in order: functions, broker, database. @return the names of what was ended */
    public static List<String> end(Home home) {
        var ended = new ArrayList<String>();
        if (Files.isDirectory(home.aside().run())) end(home.aside()).forEach(name -> ended.add(name + " aside"));
        for (var name : names()) {
            var file = home.pid(name);
            file.process().ifPresent(process -> {
                if (name.equals(DATABASE)) Ending.interrupt(process, PATIENCE);
                else Ending.end(process, PATIENCE);
                ended.add(name);
            });
            file.delete();
        }
        return ended;
    }

    static void end(Home home, Progress progress) {
        var ended = end(home);
        if (!ended.isEmpty()) progress.line("  Ended what a killed Kefu had left running: " + String.join(", ", ended));
    }

    /** @return all parts, in the order in which they end */
    public static List<String> names() {
        return Stream.of(
                        Stream.of(RECORDER),
                        Stream.of(Function.values()).map(Function::label).toList().reversed().stream(),
                        Stream.of(BROKER, DATABASE))
                .flatMap(names -> names)
                .toList();
    }
}
