package kefu.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Kefu starts a child that outlives a Ctrl-C in the terminal, so that children end in order. */
public final class ChildProcess {
    /** The signal stays ignored in what the shell turns into; a JVM that finds it ignored leaves it so. */
    private static final List<String> DEAF_TO_INTERRUPTS = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "kefu");

    private ChildProcess() {}

    /**
     * @param environment added to this process's own
     * @param log what the child writes is appended here
     */
    public static Process start(List<String> command, Path folder, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var whole = new ArrayList<>(DEAF_TO_INTERRUPTS);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** @return the java executable that runs this program */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
