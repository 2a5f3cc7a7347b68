package kefu.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kefu.local.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    private Path repository;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(repository.resolve("infra/broker/target/lib"));
        for (var function : Function.values()) {
            var app = repository.resolve("functions/" + function.label() + "/target/quarkus-app");
            Files.createDirectories(app);
            Files.writeString(app.resolve("quarkus-run.jar"), "start");
        }
    }

    @Test
    void plainJarsNeverUseACache() throws IOException {
        recordAll();
        assertThat(launcher(Packaging.JVM).command(Function.ROUTING))
                .noneMatch(word -> word.startsWith("-XX:AOTCache"))
                .endsWith(
                        "-jar",
                        repository
                                .resolve("functions/routing/target/quarkus-app/quarkus-run.jar")
                                .toString());
    }

    @Test
    void aCacheServesOnceItIsThere() throws IOException {
        var launcher = launcher(Packaging.AOT);
        assertThat(launcher.command(Function.ROUTING)).noneMatch(word -> word.startsWith("-XX:AOTCache"));
        assertThat(launcher.missingCaches()).contains("routing");
        recordAll();
        assertThat(launcher.command(Function.ROUTING))
                .contains("-XX:AOTCache=" + launcher.cache("routing").file());
        assertThat(launcher.missingCaches()).isEmpty();
    }

    @Test
    void onlyWhatLacksACacheRecordsOne() throws IOException {
        var launcher = launcher(Packaging.AOT).recordingIn(repository);
        launcher.cache("routing").keep(Files.writeString(repository.resolve("recorded"), "classes"));
        assertThat(launcher.command(Function.ROUTING)).noneMatch(word -> word.startsWith("-XX:AOTCacheOutput"));
        assertThat(launcher.command(Function.ANALYTICS))
                .contains("-XX:AOTCacheOutput=" + launcher.recording("analytics"));
    }

    @Test
    void aNativeExecutableIsStartedWithoutAJdk() throws IOException {
        var runner = repository.resolve("functions/profiling/target/profiling-0.1.0-SNAPSHOT-runner");
        Files.writeString(runner, "machine code");
        assertThat(launcher(Packaging.NATIVE).command(Function.PROFILING))
                .containsExactly(runner.toString(), "-Xmx160m");
    }

    @Test
    void whatAnEngineBringsIsFoundHoweverTheFunctionIsPackaged() throws IOException {
        var target = repository.resolve("functions/analytics/target");
        var option = "-Djava.library.path=" + Files.createDirectory(target.resolve("native-libraries"));
        Files.writeString(target.resolve("analytics-0.1.0-SNAPSHOT-runner"), "machine code");
        assertThat(launcher(Packaging.JVM).command(Function.ANALYTICS)).contains(option);
        assertThat(launcher(Packaging.NATIVE).command(Function.ANALYTICS)).contains(option);
        assertThat(launcher(Packaging.JVM).command(Function.ROUTING)).doesNotContain(option);
    }

    @Test
    void inferenceRunsOnTheJvmAmongNativeExecutables() {
        assertThat(launcher(Packaging.NATIVE).command(Function.INFERENCE)).contains("-jar");
    }

    @Test
    void whatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> launcher(Packaging.NATIVE).command(Function.PROFILING))
                .isInstanceOf(UserError.class)
                .hasMessage("Function profiling is not built as a native executable."
                        + " Run ./kefu up --packaging native, which builds it.");
    }

    @Test
    void amongNativeExecutablesOnlyInferenceAndTheBrokerHaveCaches() {
        assertThat(launcher(Packaging.NATIVE).missingCaches()).containsExactly("inference", "broker");
        assertThat(launcher(Packaging.JVM).missingCaches()).isEmpty();
    }

    @Test
    void theBrokerUsesItsCacheToo() throws IOException {
        assertThat(launcher(Packaging.AOT).brokerOptions()).isEmpty();
        recordAll();
        assertThat(launcher(Packaging.AOT).brokerOptions())
                .singleElement()
                .asString()
                .startsWith("-XX:AOTCache=");
        assertThat(launcher(Packaging.JVM).brokerOptions()).isEmpty();
    }

    private void recordAll() throws IOException {
        var launcher = launcher(Packaging.AOT);
        for (var part : launcher.missingCaches())
            launcher.cache(part).keep(Files.writeString(repository.resolve("recorded"), "classes"));
    }

    private Launcher launcher(Packaging packaging) {
        return new Launcher(new BuiltPackages(repository), repository.resolve("aot"), packaging);
    }
}
