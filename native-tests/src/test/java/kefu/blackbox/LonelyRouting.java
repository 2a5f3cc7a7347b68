package kefu.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kefu.local.broker.Broker;
import kefu.local.broker.TopicSetup;
import kefu.local.database.Database;
import kefu.local.database.DatabaseSettings;
import kefu.local.function.Function;
import kefu.local.home.Folders;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;

/** One packaged routing with a broker and a database that a test may take away. */
final class LonelyRouting implements AutoCloseable {
    private static final String PASSWORD = "alone";
    private static final String NOBODY = "http://localhost:1";

    private final Path repository = RealBrokerAndDatabase.repository();
    private final Path folder = repository.resolve("native-tests/target/alone");
    private final int brokerPort = RealBrokerAndDatabase.freePort();
    private final int controllerPort = RealBrokerAndDatabase.freePort();
    private final DatabaseSettings settings = new DatabaseSettings(
            folder.resolve("database"),
            repository.resolve("infra/testing/target/postgres"),
            folder.resolve("database.log"),
            RealBrokerAndDatabase.freePort(),
            PASSWORD,
            false);
    private Broker broker;
    private Database database;
    private RoutingProcess routing;

    private LonelyRouting() {}

    static LonelyRouting start() throws IOException {
        var alone = new LonelyRouting();
        try {
            if (Files.exists(alone.folder)) Folders.delete(alone.folder);
            Files.createDirectories(alone.folder);
            alone.startDatabase();
            alone.startBroker();
            TopicSetup.create(alone.broker.bootstrapServers());
            alone.startRouting();
            return alone;
        } catch (IOException | RuntimeException e) {
            alone.close();
            throw e;
        }
    }

    RoutingProcess process() {
        return routing;
    }

    Topic turns() {
        return new Topic(broker.bootstrapServers(), "kefu.turns");
    }

    void killBroker() {
        broker.process().destroyForcibly().onExit().join();
    }

    void startBroker() throws IOException {
        broker = Broker.start(
                folder.resolve("broker"),
                folder.resolve("broker.log"),
                repository.resolve("infra/broker/target/lib"),
                brokerPort,
                controllerPort);
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = Database.start(settings);
    }

    /** @return a session of routing's own with its database */
    Connection session() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "routing", PASSWORD);
    }

    /** @return what it has logged since it was launched again */
    String log() throws IOException {
        return Files.readString(folder.resolve("routing-again.log"));
    }

    private void startRouting() {
        routing = RoutingProcess.start(command(), folder.resolve("routing.log"), told());
    }

    /** Starts it anew, without waiting until it is ready. */
    void launchAgain() {
        routing.kill();
        routing = RoutingProcess.launch(command(), folder.resolve("routing-again.log"), told());
    }

    private List<String> command() {
        return RunningKefu.launcher(repository).command(Function.ROUTING);
    }

    private Map<String, String> told() {
        var told = new HashMap<String, String>();
        told.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        told.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        told.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        told.put("MP_JWT_VERIFY_PUBLICKEY", Tokens.publicKey());
        told.put("KEFU_INFERENCE_URL", NOBODY);
        told.put("KEFU_PROFILING_URL", NOBODY);
        told.put("KEFU_RECOMMENDATION_URL", NOBODY);
        return told;
    }

    @Override
    public void close() throws IOException {
        if (routing != null) routing.close();
        if (broker != null) broker.close();
        if (database != null) database.close();
    }
}
