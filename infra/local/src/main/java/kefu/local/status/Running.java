package kefu.local.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.local.function.Function;
import kefu.local.function.Readiness;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.process.Memory;
import kefu.local.up.Leftovers;

/**
 * One part as it is now.
 *
 * @param state {@code ready}, {@code running}, {@code starting} or {@code not running}
 * @param memory bytes resident, 0 when it does not run
 */
record Running(String name, String state, long pid, Optional<Instant> since, long memory, String where) {
    boolean isWell() {
        return state.equals("ready") || state.equals("running");
    }

    static List<Running> all(Home home, Ports ports) {
        return Stream.of(
                        Stream.of(part(home, "up", "supervisor", "")),
                        Stream.of(part(home, Leftovers.DATABASE, Leftovers.DATABASE, "localhost:" + ports.database())),
                        Stream.of(part(home, Leftovers.BROKER, Leftovers.BROKER, "localhost:" + ports.broker())),
                        Stream.of(Function.values()).map(function -> function(home, ports, function)))
                .flatMap(parts -> parts)
                .toList();
    }

    Optional<Duration> upFor(Instant now) {
        return since.map(start -> Duration.between(start, now));
    }

    private static Running function(Home home, Ports ports, Function function) {
        var part = part(home, function.label(), function.label(), ports.url(function));
        if (!part.isWell()) return part;
        var state = new Readiness(ports.url(function)).isReady() ? "ready" : "starting";
        return new Running(part.name, state, part.pid, part.since, part.memory, part.where);
    }

    private static Running part(Home home, String file, String name, String where) {
        return home.pid(file)
                .process()
                .map(process -> new Running(
                        name,
                        "running",
                        process.pid(),
                        process.info().startInstant(),
                        Memory.residentWithChildren(process, !file.equals("up")),
                        where))
                .orElseGet(() -> new Running(name, "not running", 0, Optional.empty(), 0, where));
    }
}
