package kefu.local.delegate;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var builder = new ProcessBuilder(List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString()))
                .inheritIO();
        builder.environment().putAll(told(pack, folder, database));
        return builder.start();
    }

    private static Map<String, String> told(String pack, Path folder, Database database) {
        var path = Path.of(pack);
        return Map.ofEntries(
                Map.entry("KEFU_PACKS_TEST", Files.isDirectory(path) ? path.toAbsolutePath().toString() : pack),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", "0"),
                Map.entry("QUARKUS_LOG_LEVEL", "ERROR"),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", PASSWORD),
                Map.entry("KEFU_PRIVACY_MASTER_KEY", folder.resolve("master.json").toString()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:1"),
                Map.entry("KEFU_OUTBOX_PATIENCE", "1s"),
                Map.entry("MP_MESSAGING_INCOMING_STORE_PRODUCTS_ENABLED", "false"),
                Map.entry("MP_MESSAGING_INCOMING_ERASURES_ENABLED", "false"),
                Map.entry("MP_MESSAGING_INCOMING_REVIEWS_ENABLED", "false"),
                Map.entry("KEFU_INFERENCE_URL", NOBODY),
                Map.entry("KEFU_PROFILING_URL", NOBODY),
                Map.entry("KEFU_RECOMMENDATION_URL", NOBODY));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
