package kefu.local.home;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home}, the same on every command. */
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:kefu.root:-.}/.kefu",
            description = "Where data, keys, tokens and logs are kept (default: .kefu)")
    private Path folder;

    public Home home() {
        return new Home(folder);
    }

    /** @return the folder of Kefu's sources and packages */
    public static Path repository() {
        return Path.of(System.getProperty("kefu.root", ".")).toAbsolutePath().normalize();
    }
}
