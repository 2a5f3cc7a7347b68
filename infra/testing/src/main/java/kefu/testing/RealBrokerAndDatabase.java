package kefu.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kefu.local.broker.Broker;
import kefu.local.broker.TopicSetup;
import kefu.local.database.Database;
import kefu.local.database.DatabaseSettings;
import kefu.local.home.Folders;

/** Starts a broker and a database for the tests of one function, and tells the function where they are. */
public final class RealBrokerAndDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "test";

    private Path folder;
    private Broker broker;
    private Database database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "parts");
            database = Database.start(new DatabaseSettings(
                    folder.resolve("database"),
                    programs(),
                    folder.resolve("database.log"),
                    freePort(),
                    PASSWORD,
                    false));
            broker = Broker.start(
                    folder.resolve("broker"), folder.resolve("broker.log"), jars(), freePort(), freePort());
            createTopics();
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.password", PASSWORD,
                "mp.jwt.verify.publickey", Tokens.publicKey());
    }

    @Override
    public void stop() {
        if (broker != null) broker.close();
        try {
            if (database != null) database.close();
            if (folder != null) Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kafka's client looks for its classes by the thread's loader, and which thread this is on Quarkus does not say. */
    private void createTopics() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(TopicSetup.class.getClassLoader());
        try {
            TopicSetup.create(broker.bootstrapServers());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** @return a port that nobody listens on now */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the repository's root, from whichever module the tests run in */
    public static Path repository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.isDirectory(folder.resolve("shared-model"))) return folder;
        throw new IllegalStateException("not inside Kefu's repository");
    }

    /** Unpacked once for all modules. */
    private static Path programs() {
        return repository().resolve("infra/testing/target/postgres");
    }

    private static Path jars() {
        return repository().resolve("infra/broker/target/lib");
    }
}
