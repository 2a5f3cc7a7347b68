package kefu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./kefu up --packaging native} says, before it builds anything, of what is not there. */
class NativeToolsTest {
    /** What the script itself uses, and no compiler. */
    private static final List<String> PROGRAMS =
            List.of("sh", "dirname", "sed", "head", "sort", "awk", "find", "df", "tr", "readlink", "cat");

    @TempDir
    private Path folder;

    @BeforeEach
    void aRepositoryWithNothingBuilt() throws IOException {
        Files.copy(Path.of("../../kefu"), folder.resolve("kefu"));
    }

    @Test
    void aGraalvmThatIsNotSetIsAskedFor() throws Exception {
        assertThat(said(Map.of("GRAALVM_HOME", "")))
                .contains("native executables need a GraalVM or Mandrel for Java 25: set GRAALVM_HOME to its folder");
    }

    @Test
    void aFolderThatIsNoGraalvmIsNamed() throws Exception {
        assertThat(said(Map.of("GRAALVM_HOME", folder.toString())))
                .contains("GRAALVM_HOME is " + folder + ", and there is no bin/native-image in it");
    }

    @Test
    void aGraalvmOfAnotherVersionIsNamed() throws Exception {
        assertThat(said(Map.of("GRAALVM_HOME", graalvm("native-image 21.0.2 2024-01-16"))))
                .contains("which is for Java 21; native executables need Java 25");
    }

    @Test
    void aMissingCompilerIsNamedWithTheCommandThatInstallsIt() throws Exception {
        var programs = Files.createDirectory(folder.resolve("programs"));
        for (var program : PROGRAMS) script(programs.resolve(program), "exec " + onPath(program) + " \"$@\"");
        assertThat(said(Map.of("GRAALVM_HOME", graalvm("native-image 25.0.2"), "PATH", programs.toString(), "CC", "")))
                .contains("linked by a C compiler, and there is none on PATH", "apt-get install gcc zlib1g-dev");
    }

    @Test
    void tooLittleMemoryIsSaidInMegabytes() throws Exception {
        var script = folder.resolve("kefu");
        Files.writeString(script, Files.readString(script).replace("NATIVE_MEMORY=11000", "NATIVE_MEMORY=99000000"));
        var memory = Path.of("/proc/meminfo");
        Assumptions.assumeTrue(Files.exists(memory), "only Linux tells its free memory");
        assertThat(said(Map.of("GRAALVM_HOME", graalvm("native-image 25.0.2"))))
                .contains("a native executable takes 99000000 MB of memory to build");
    }

    @Test
    void aMeasurementOfStartsAsksForToolsOnlyWhereItMeasuresAnExecutable() throws Exception {
        var nothing = Map.of("GRAALVM_HOME", "", "PATH", folder + ":" + System.getenv("PATH"));
        script(folder.resolve("mvn"), "echo Apache Maven 3.9.0; exit 1");
        assertThat(said(nothing, "bench", "start", "--packaging", "jvm,native", "--function", "inference"))
                .doesNotContain("GRAALVM_HOME")
                .contains("the build failed");
        assertThat(said(nothing, "bench", "start", "--packaging=jvm,native", "--function=inference,profiling"))
                .contains("set GRAALVM_HOME to its folder");
        assertThat(said(
                        nothing,
                        "bench",
                        "start",
                        "--packaging=jvm,native",
                        "--function=inference",
                        "--function",
                        "routing"))
                .contains("set GRAALVM_HOME to its folder");
    }

    @Test
    void aBuildWaitsForAnotherAndNotForOneThatIsGone() throws Exception {
        script(folder.resolve("mvn"), "echo Apache Maven 3.9.0; exit 1");
        var environment = Map.of("PATH", folder + ":" + System.getenv("PATH"));
        var lock = Files.createDirectories(folder.resolve("target")).resolve("kefu-build.lock");
        Files.createSymbolicLink(
                lock, Path.of(String.valueOf(ProcessHandle.current().pid())));
        var ends = CompletableFuture.runAsync(
                () -> lock.toFile().delete(), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
        assertThat(said(environment, "up"))
                .contains("Waiting for the build of process "
                        + ProcessHandle.current().pid())
                .contains("the build failed");
        ends.join();

        assertThat(Files.isSymbolicLink(lock))
                .as("left by the build that failed")
                .isTrue();
        assertThat(said(environment, "up")).doesNotContain("Waiting").contains("the build failed");
    }

    private String said(Map<String, String> environment) throws IOException, InterruptedException {
        return said(environment, "up", "--packaging", "native");
    }

    private String said(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("/bin/sh", "kefu"), Stream.of(arguments));
        var builder =
                new ProcessBuilder(command.toList()).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CC", "sh");
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }

    private String graalvm(String version) throws IOException {
        var bin = Files.createDirectories(folder.resolve("graalvm/bin"));
        script(bin.resolve("native-image"), "echo '" + version + "'");
        return bin.getParent().toString();
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
