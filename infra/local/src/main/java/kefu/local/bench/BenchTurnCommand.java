package kefu.local.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import kefu.local.http.Api;
import kefu.local.http.ApiAnswer;
import kefu.local.keys.Secrets;
import kefu.local.process.Memory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu bench turn}: a turn against its floor, one encoder pass and one commit, measured bare in the same run. */
@Command(
        name = "turn",
        description = {
            "Measure a turn, HTTP in to reply out and committed, against its floor: the encoder's pass for that text",
            "and one database commit, both measured in the same run. Kefu must be running (./kefu up)."
        })
final class BenchTurnCommand implements Callable<Integer> {
    private static final String TEXT = "how is the quality of this shirt?";

    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--turns", defaultValue = "300", description = "Turns one after the other (default: 300)")
    private int turns;

    @Option(names = "--seconds", defaultValue = "20", description = "Seconds of load at the rate (default: 20)")
    private int seconds;

    @Option(names = "--rate", defaultValue = "20", description = "Turns a second under load (default: 20)")
    private int rate;

    BenchTurnCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var home = homeOption.home();
        var ports = Ports.of(home);
        var routing = Api.of(ports.url(Function.ROUTING), "");
        for (int i = 0; i < 50; i++) turn(routing);
        var pass = passes(Api.of(ports.url(Function.INFERENCE), ""));
        var commit = commits(home, ports);
        var alone = Quantiles.of(alone(routing));
        var loaded = Quantiles.of(load(routing));
        double floor = pass.median() + commit.median();
        System.out.printf("measured %s%n", clock.instant());
        System.out.printf("model time of the text    median %6.2f ms%n", pass.median());
        System.out.printf("one commit                median %6.2f ms%n", commit.median());
        System.out.printf("a turn, one by one        median %6.2f ms   p99 %6.2f ms%n", alone.median(), alone.p99());
        System.out.printf(
                "a turn, %3d a second      median %6.2f ms   p99 %6.2f ms%n", rate, loaded.median(), loaded.p99());
        System.out.printf("median / (pass + commit)         %6.2f%n", alone.median() / floor);
        System.out.printf("p99 under load / median          %6.2f%n", loaded.p99() / alone.median());
        System.out.printf("memory of the functions          %6d MiB%n", memory(home) >> 20);
        return 0;
    }

    private static double turn(Api routing) {
        var started = ok(routing.send(
                "POST",
                "/v1/conversations",
                Map.of("context", Map.of("page", "product", "productId", "p-17")),
                Map.of()));
        var talk = routing.withToken(started.body().path("token").asText());
        var path = "/v1/conversations/" + started.body().path("id").asText() + "/turns";
        long begun = System.nanoTime();
        ok(talk.send(
                "POST",
                path,
                Map.of("text", TEXT),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        return (System.nanoTime() - begun) / 1e6;
    }

    private List<Double> alone(Api routing) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < turns; i++) millis.add(turn(routing));
        return millis;
    }

    /** Open loop: a turn begins when its time has come, whether or not the ones before have ended. */
    private List<Double> load(Api routing) throws Exception {
        var running = new ArrayList<Future<Double>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < seconds * rate; i++) {
                long due = start + i * 1_000_000_000L / rate;
                long wait = due - System.nanoTime();
                if (wait > 0) java.util.concurrent.locks.LockSupport.parkNanos(wait);
                running.add(threads.submit(() -> turn(routing)));
            }
        }
        var millis = new ArrayList<Double>();
        for (var one : running) millis.add(one.get());
        return millis;
    }

    private Quantiles passes(Api inference) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < turns; i++)
            millis.add(ok(inference.send("POST", "/v1/understand", Map.of("text", TEXT), Map.of()))
                    .body()
                    .path("modelMillis")
                    .asDouble());
        return Quantiles.of(millis);
    }

    /** One row in, committed, on the same server. */
    private Quantiles commits(Home home, Ports ports) throws SQLException {
        var url = "jdbc:postgresql://localhost:" + ports.database() + "/kefu";
        var password = new Secrets(home.keys()).databasePassword();
        var millis = new ArrayList<Double>();
        try (var connection = DriverManager.getConnection(url, "routing", password);
                var sql = connection.createStatement()) {
            sql.execute("create table if not exists bench_commit (at timestamptz not null)");
            for (int i = 0; i < turns; i++) {
                long begun = System.nanoTime();
                sql.execute("insert into bench_commit values (now())");
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            sql.execute("drop table bench_commit");
        }
        return Quantiles.of(millis);
    }

    private static long memory(Home home) {
        long sum = 0;
        for (var function : Function.values())
            sum += home.pid(function.label())
                    .process()
                    .map(p -> Memory.resident(p).orElse(0))
                    .orElse(0L);
        return sum;
    }

    private static ApiAnswer ok(ApiAnswer answer) {
        if (!answer.isOk()) throw new UserError(answer.problem());
        return answer;
    }
}
