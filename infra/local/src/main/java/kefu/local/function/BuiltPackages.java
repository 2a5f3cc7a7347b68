package kefu.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kefu.local.UserError;

/** The functions as the build left them. @param repository the folder of Kefu's sources and packages */
public record BuiltPackages(Path repository) {
    /** @return the folder of the function's jars, the one to start among them */
    public Path jars(Function function) {
        var folder = target(function).resolve("quarkus-app");
        if (!Files.exists(jar(folder)))
            throw new UserError("Function " + function.label() + " is not built: " + jar(folder)
                    + " is missing. Run ./kefu up, which builds it.");
        return folder;
    }

    /** @return the jar that starts the function */
    public Path jar(Function function) {
        return jar(jars(function));
    }

    /** @return the function as a native executable */
    public Path executable(Function function) {
        try (var files = Files.newDirectoryStream(target(function), "*-runner")) {
            for (var file : files) return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UserError("Function " + function.label() + " is not built as a native executable."
                + " Run ./kefu up --packaging native, which builds it.");
    }

    /** @return the folder of what the function's engines bring for this machine; only some have one */
    public Optional<Path> nativeLibraries(Function function) {
        return Optional.of(target(function).resolve("native-libraries")).filter(Files::isDirectory);
    }

    /** @return the folder of Kafka's jars */
    public Path brokerJars() {
        return repository.resolve("infra/broker/target/lib");
    }

    private Path target(Function function) {
        return repository.resolve("functions/" + function.label() + "/target");
    }

    private static Path jar(Path folder) {
        return folder.resolve("quarkus-run.jar");
    }
}
