package kefu.local.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a database server runs.
 *
 * @param data where its data stays
 * @param programs where PostgreSQL's programs are unpacked to
 * @param log what it writes
 * @param port on loopback
 * @param password of every role
 * @param durable whether a commit is on disk when it returns; tests need not wait for that
 */
public record DatabaseSettings(Path data, Path programs, Path log, int port, String password, boolean durable) {
    public DatabaseSettings {
        data = data.toAbsolutePath();
        programs = programs.toAbsolutePath();
        log = log.toAbsolutePath();
    }

    String configuration() {
        return """
                # Written at every start.
                port = %d
                listen_addresses = 'localhost'
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 64MB
                timezone = 'UTC'
                log_timezone = 'UTC'
                # A statement may hold personal data, which never goes to a log.
                log_min_error_statement = panic
                log_error_verbosity = terse
                fsync = %s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                """.formatted(port, durable ? "on" : "off");
    }

    /** Messages in a log are the same whatever the language of the machine. */
    Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }
}
