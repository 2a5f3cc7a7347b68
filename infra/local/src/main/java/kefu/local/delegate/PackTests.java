package kefu.local.delegate;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kefu.local.database.Database;
import kefu.local.database.DatabaseSettings;
import kefu.local.function.Function;
import kefu.local.home.Folders;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.process.ChildProcess;

/**
 * Holds a pack's conversations: routing itself, with a database that is made for them and gone afterwards. No other
 * function is asked, whatever runs on this machine.
 */
record PackTests(Home home) {
    private static final String PASSWORD = "test";
    private static final String NOBODY = "http://localhost:1";

    /** @param pack a folder, or the name of a built-in pack @return the exit status */
    int hold(String pack) throws IOException, InterruptedException {
        Files.createDirectories(home.run());
        var folder = Files.createTempDirectory(home.run(), "test-pack");
        try (var database = Database.start(new DatabaseSettings(
                folder.resolve("database"),
                home.postgres(),
                folder.resolve("database.log"),
                freePort(),
                PASSWORD,
                false))) {
            var process = start(pack, folder, database);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } finally {
            Folders.delete(folder);
        }
    }

    private static Process start(String pack, Path folder, Database database) throws IOException {
        var jar = HomeOption.repository()
                .resolve("functions/" + Function.ROUTING.label() + "/target/quarkus-app/quarkus-run.jar");
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        told(pack, folder, database).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static Map<String, String> told(String pack, Path folder, Database database) {
        var path = Path.of(pack);
        return Map.ofEntries(
                Map.entry(
                        "kefu.packs.test",
                        Files.isDirectory(path) ? path.toAbsolutePath().toString() : pack),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", "0"),
                Map.entry("quarkus.log.console.level", "ERROR"),
                Map.entry("quarkus.log.console.json.enabled", "false"),
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.password", PASSWORD),
                Map.entry(
                        "kefu.privacy.master-key", folder.resolve("master.json").toString()),
                Map.entry("kafka.bootstrap.servers", "localhost:1"),
                Map.entry("kefu.outbox.patience", "1s"),
                Map.entry("mp.messaging.incoming.store-products.enabled", "false"),
                Map.entry("mp.messaging.incoming.erasures.enabled", "false"),
                Map.entry("mp.messaging.incoming.reviews.enabled", "false"),
                Map.entry("kefu.inference.url", NOBODY),
                Map.entry("kefu.profiling.url", NOBODY),
                Map.entry("kefu.recommendation.url", NOBODY));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
