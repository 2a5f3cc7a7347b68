package kefu.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {
    @TempDir
    private Path folder;

    private Path jars;
    private Path caches;

    @BeforeEach
    void build() throws IOException {
        jars = Files.createDirectories(folder.resolve("quarkus-app/lib")).getParent();
        caches = folder.resolve("aot");
        Files.writeString(jars.resolve("quarkus-run.jar"), "start");
        Files.writeString(jars.resolve("lib/turns.jar"), "turns");
    }

    @Test
    void whatWasRecordedForTheseJarsServesThem() throws IOException {
        assertThat(cache().isThere()).isFalse();
        cache().keep(recorded());
        assertThat(cache().isThere()).isTrue();
        assertThat(cache().misfit()).isEmpty();
    }

    @Test
    void aCacheOfAnotherBuildIsNamedAndLeftAlone() throws IOException {
        cache().keep(recorded());
        Files.writeString(jars.resolve("lib/turns.jar"), "other turns");
        assertThat(cache().isThere()).isFalse();
        assertThat(cache().misfit()).contains("its class cache was recorded for another build");
    }

    @Test
    void aCacheOfAnotherJdkIsNamedAndLeftAlone() throws IOException {
        var now = cache();
        new ClassCache(caches, now.part(), "25.0.1+8", now.build()).keep(recorded());
        assertThat(cache().isThere()).isFalse();
        assertThat(cache().misfit()).contains("its class cache was recorded for another JDK");
    }

    @Test
    void aNewCacheTakesThePlaceOfItsFunctionsOldOne() throws IOException {
        var routing = ClassCache.of("routing", jars, caches);
        routing.keep(recorded());
        cache().keep(recorded());
        var before = cache();
        Files.writeString(jars.resolve("lib/turns.jar"), "other turns");
        cache().keep(recorded());
        assertThat(caches).isDirectoryContaining(file -> file.equals(cache().file()));
        assertThat(before.file()).doesNotExist();
        assertThat(routing.file().getFileName().toString()).startsWith("routing-");
    }

    @Test
    void withoutAnyCacheThereIsNothingToSay() {
        assertThat(cache().misfit()).isEmpty();
    }

    private ClassCache cache() {
        return ClassCache.of("profiling", jars, caches);
    }

    private Path recorded() throws IOException {
        return Files.writeString(folder.resolve("recorded"), "classes");
    }
}
