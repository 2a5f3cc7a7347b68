package kefu.local.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import kefu.local.UserError;
import kefu.local.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionMainTest {
    @TempDir
    private Path repository;

    /** A main class in the function's own jar that needs one of its libraries and one of those for its logging. */
    public static final class Main {
        public static void main(String[] arguments) {
            System.out.println(Library.says() + " " + Logging.says() + " " + String.join(" ", arguments));
        }
    }

    static final class Library {
        static String says() {
            return "library";
        }
    }

    static final class Logging {
        static String says() {
            return "logging";
        }
    }

    @Test
    void aMainClassFindsItsFunctionItsLibrariesAndTheLogging() throws IOException, InterruptedException {
        Path app = repository.resolve("functions/inference/target/quarkus-app");
        jar(app.resolve("app/inference.jar"), Main.class);
        jar(app.resolve("lib/main/library.jar"), Library.class);
        jar(app.resolve("lib/boot/logging.jar"), Logging.class);
        var main = new FunctionMain(Function.INFERENCE, Main.class.getName());
        var process = new ProcessBuilder(main.command(repository, List.of("--data", "a b.csv")))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("library logging --data a b.csv");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aFunctionThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> new FunctionMain(Function.INFERENCE, "Main").command(repository, List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("inference is not built");
    }

    private static void jar(Path file, Class<?> type) throws IOException {
        Files.createDirectories(file.getParent());
        String name = type.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(file));
                InputStream in = type.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }
}
