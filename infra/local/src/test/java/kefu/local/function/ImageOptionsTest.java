package kefu.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images tell a JVM what it was told when its class cache was recorded. */
class ImageOptionsTest {
    @TempDir
    private Path repository;

    @ParameterizedTest
    @EnumSource
    void areThoseThatClassCachesAreRecordedWithButForTheCompilers(Function function) throws IOException {
        var jars = Files.createDirectories(repository.resolve("functions/" + function.label() + "/target/quarkus-app"));
        Files.createFile(jars.resolve("quarkus-run.jar"));
        var launcher = new Launcher(new BuiltPackages(repository), repository.resolve("aot"), Packaging.JVM);

        var told = launcher.command(function).stream()
                .skip(1)
                .takeWhile(option -> !option.equals("-jar"))
                .filter(option -> !option.startsWith("-Xmx") && !Launcher.QUICK_COMPILER_ALONE.contains(option))
                .toList();

        assertThat(Files.readAllLines(Path.of("../images/jvm.options")).stream().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(told);
    }
}
