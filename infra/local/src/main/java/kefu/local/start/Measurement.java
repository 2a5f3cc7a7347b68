package kefu.local.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.function.FunctionProcess;
import kefu.local.function.Launcher;
import kefu.local.http.Api;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;
import kefu.local.process.Ending;
import kefu.local.process.Memory;
import kefu.local.up.Aside;

/** Starts one function as one packaging again and again among the others, which run. */
final class Measurement {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    private final Aside aside;
    private final Launcher launcher;
    private final Function function;
    private final Clock clock;
    private final List<Start> starts = new ArrayList<>();
    private long afterThousand;

    Measurement(Aside aside, Launcher launcher, Function function, Clock clock) {
        this.aside = aside;
        this.launcher = launcher;
        this.function = function;
        this.clock = clock;
    }

    /** Starts it once more, and ends it; the first time after a thousand requests. */
    void start() throws IOException, InterruptedException {
        var began = new Began(
                System.nanoTime(),
                clock.instant(),
                FunctionProcess.start(function, launcher, aside.home(), aside.ports()));
        try {
            starts.add(measure(began));
            if (starts.size() == 1) afterThousand = afterThousand(began.process());
        } finally {
            Ending.end(began.process().process().toHandle(), PATIENCE);
        }
    }

    Measured measured() throws IOException {
        return new Measured(function, launcher.packaging(), List.copyOf(starts), afterThousand, disk());
    }

    /** @param nanos of the moment before the process was started */
    private record Began(long nanos, Instant at, FunctionProcess process) {
        double millis(long until) {
            return (until - nanos) / 1e6;
        }
    }

    private Start measure(Began began) throws InterruptedException {
        var question = question();
        long asked = System.nanoTime();
        while (!isAnswered(question)) {
            if (!began.process().process().isAlive() || began.millis(asked) > START_LIMIT.toMillis())
                throw new UserError(function.label() + " did not answer; see "
                        + began.process().log());
            Thread.sleep(2);
            asked = System.nanoTime();
        }
        long answered = System.nanoTime();
        long memory = Memory.resident(began.process().process().toHandle()).orElse(0);
        double hundredth = 0;
        for (int i = 2; i <= HUNDRED; i++) {
            long since = System.nanoTime();
            question.ask(i);
            hundredth = (System.nanoTime() - since) / 1e6;
        }
        var line = StartedLine.last(began.process().log());
        double quarkus = line.took().toMillis();
        double started = Duration.between(began.at(), line.at()).toMillis();
        return new Start(
                Math.max(0, started - quarkus),
                quarkus,
                began.millis(answered),
                (answered - asked) / 1e6,
                hundredth,
                memory);
    }

    private static boolean isAnswered(Question question) {
        try {
            return question.ask(1);
        } catch (UserError nobodyListensYet) {
            return false;
        }
    }

    private long afterThousand(FunctionProcess process) {
        var question = question();
        for (int i = HUNDRED; i < THOUSAND; i++) question.ask(i);
        return Memory.resident(process.process().toHandle()).orElse(0);
    }

    private Question question() {
        var token = new Tokens(new Secrets(aside.home().keys()), clock).token("bench", Role.ADMIN, Duration.ofHours(2));
        return new Question(function, Api.of(aside.ports().url(function), token));
    }

    private long disk() throws IOException {
        var packages = launcher.packages();
        var libraries = packages.nativeLibraries(function);
        long beside = libraries.isPresent() ? size(libraries.get()) : 0;
        return beside
                + switch (launcher.packaging().of(function)) {
                    case NATIVE -> Files.size(packages.executable(function));
                    case JVM -> size(packages.jars(function));
                    case AOT ->
                        size(packages.jars(function))
                                + Files.size(launcher.cache(function.label()).file());
                };
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
