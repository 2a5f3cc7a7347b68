package kefu.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.local.home.Folders;
import kefu.local.process.ChildProcess;
import kefu.local.process.Ending;
import kefu.local.process.LogTail;

/** PostgreSQL's own commands over one data folder. */
final class Server {
    private final DatabaseSettings settings;
    private final Path programs;
    private final OtherUser user;

    Server(DatabaseSettings settings) throws IOException {
        this.settings = settings;
        this.programs = Binaries.in(settings.programs());
        this.user = OtherUser.find(programs);
    }

    /** Makes the data folder if there is none. A half-made one (a start that was cut off) is made again. */
    void initialise() throws IOException {
        if (Files.exists(settings.data().resolve("postgresql.auto.conf")) && Files.exists(configuration())) return;
        Folders.delete(settings.data());
        Files.createDirectories(settings.data());
        var password = Files.createTempFile(settings.data().getParent(), "password", "");
        try {
            Files.writeString(password, settings.password());
            user.own(settings.data());
            user.own(password);
            run(List.of(
                    program("initdb"),
                    "--pgdata=" + settings.data(),
                    "--username=" + Database.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions"));
            var main = settings.data().resolve("postgresql.conf");
            Files.writeString(main, Files.readString(main) + "\ninclude 'kefu.conf'\n");
            Files.writeString(configuration(), "");
            user.own(settings.data());
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /** Starts the server and waits until it takes connections. @return its process */
    ProcessHandle start() throws IOException {
        endLeftOver();
        Files.writeString(configuration(), settings.configuration());
        user.own(configuration());
        run(List.of(
                program("pg_ctl"),
                "start",
                "-w",
                "-t",
                "60",
                "-s",
                "-D",
                settings.data().toString()));
        return process().orElseThrow(() -> new IOException("PostgreSQL ended at once: " + tail()));
    }

    /** Ends the server and waits until its process has gone, which is a moment after it says so. */
    void stop(ProcessHandle process) throws IOException {
        run(List.of(
                program("pg_ctl"),
                "stop",
                "-w",
                "-t",
                "20",
                "-s",
                "-m",
                "fast",
                "-D",
                settings.data().toString()));
        Ending.end(process, Duration.ofSeconds(10));
    }

    /** @return the server that runs over this data folder now, whoever started it */
    Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isServer);
    }

    /** A server whose Kefu was killed is ended; a note of one that is gone, whose pid is another's now, is removed. */
    private void endLeftOver() throws IOException {
        var leftOver = process();
        if (leftOver.isPresent()) stop(leftOver.get());
        else if (pid().flatMap(ProcessHandle::of).isPresent()) Files.deleteIfExists(note());
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private Optional<Long> pid() {
        try {
            return Files.readAllLines(note()).stream().findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Path note() {
        return settings.data().resolve("postmaster.pid");
    }

    private Path configuration() {
        return settings.data().resolve("kefu.conf");
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) throws IOException {
        var whole = new ArrayList<>(user.prefix());
        whole.addAll(command);
        var process = ChildProcess.start(whole, settings.data(), settings.environment(), settings.log());
        try {
            if (process.waitFor() != 0)
                throw new IOException(
                        "PostgreSQL's " + Path.of(command.getFirst()).getFileName() + " failed. The end of "
                                + settings.log() + ":\n" + tail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String tail() {
        return LogTail.of(settings.log(), 12).shown();
    }
}
