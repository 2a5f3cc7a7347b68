package kefu.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images tell a JVM what it was told when its class cache was recorded. */
class ImageOptionsTest {
    @TempDir
    private Path repository;

    @Test
    void areThoseThatClassCachesAreRecordedWith() throws IOException {
        var jars = Files.createDirectories(repository.resolve("functions/routing/target/quarkus-app"));
        Files.createFile(jars.resolve("quarkus-run.jar"));
        var launcher = new Launcher(new BuiltPackages(repository), repository.resolve("aot"), Packaging.JVM);

        var told = launcher.command(Function.ROUTING).stream()
                .skip(1)
                .takeWhile(option -> !option.equals("-jar"))
                .filter(option -> !option.startsWith("-Xmx"))
                .toList();

        assertThat(Files.readAllLines(Path.of("../images/jvm.options")).stream().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(told);
    }
}
