package kefu.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, as a child. */
public final class OwnCommand {
    private OwnCommand() {}

    /** @param root the folder of Kefu's sources and packages */
    public static List<String> of(Path root, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dkefu.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "kefu.local.Kefu"));
        command.addAll(arguments);
        return command;
    }
}
