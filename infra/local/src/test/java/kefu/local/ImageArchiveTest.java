package kefu.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/images/archive} writes, over a program that is small. */
@EnabledOnOs(OS.LINUX)
class ImageArchiveTest {
    private static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path repository;

    @BeforeEach
    void aFunctionWithAnExecutable() throws IOException {
        var script = repository.resolve("infra/images/archive");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("../images/archive"), script);
        Files.createDirectories(repository.resolve("functions/routing/src/main"));
        var target = Files.createDirectories(repository.resolve("functions/routing/target"));
        Files.copy(Path.of("/bin/true"), target.resolve("routing-runner"));
        Files.setLastModifiedTime(target.resolve("routing-runner"), FileTime.from(BUILT));
        Files.writeString(
                Files.createDirectory(target.resolve("native-libraries")).resolve("engine.so"), "an engine");
    }

    @Test
    void everyBlobIsWhatItsNameSaysAndTheProgramRunsWithWhatTheLayersHold() throws Exception {
        assertThat(run("sh", "infra/images/archive", "routing", "native", "image.tar"))
                .contains("image.tar");
        assertThat(run("sh", "-c", "mkdir image root && tar -xf image.tar -C image"))
                .isEmpty();

        var manifest = blob(
                json(Files.readString(repository.resolve("image/index.json"))).at("/manifests/0"));
        var config = blob(manifest.path("config"));
        assertThat(config.at("/config/Entrypoint/0").asText()).isEqualTo("/kefu/application");
        assertThat(config.at("/config/Entrypoint").toString())
                .contains("\"-Djava.library.path=/kefu/native-libraries\"");
        assertThat(config.at("/config/User").asText()).isEqualTo("1001");
        int number = 0;
        for (var layer : manifest.path("layers")) {
            var unpacked = "gunzip -c image/" + path(layer) + " > layer && tar -xpf layer -C root";
            assertThat(run("sh", "-c", unpacked)).isEmpty();
            assertThat(config.at("/rootfs/diff_ids/" + number++).asText())
                    .isEqualTo("sha256:" + sha(repository.resolve("layer")));
        }

        assertThat(repository.resolve("root/kefu/native-libraries/engine.so")).hasContent("an engine");
        var program = repository.resolve("root/kefu/application");
        assertThat(Files.isExecutable(program)).isTrue();
        assertThat(Files.getLastModifiedTime(program).toInstant()).isEqualTo(BUILT);
        var loader = run("sh", "-c", "find root -name 'ld-linux*'").strip();
        assertThat(run(
                        "sh",
                        "-c",
                        loader + " --inhibit-cache --library-path \"$(find root -name 'libc.so*' -printf %h)\" "
                                + program + " && echo ran"))
                .isEqualTo("ran\n");
    }

    @Test
    void theSameBuildGivesTheSameArchive() throws Exception {
        run("sh", "infra/images/archive", "routing", "native", "first.tar");
        run("sh", "infra/images/archive", "routing", "native", "second.tar");
        assertThat(sha(repository.resolve("first.tar"))).isEqualTo(sha(repository.resolve("second.tar")));
    }

    @Test
    void whatIsMissingIsNamedWithTheCommandThatMakesIt() throws Exception {
        assertThat(run("sh", "infra/images/archive", "routing", "jvm"))
                .contains("routing is not built: ./kefu up builds it");
        assertThat(run("sh", "infra/images/archive", "nothing", "native")).contains("there is no function nothing");
        assertThat(run("sh", "infra/images/archive", "routing", "wasm"))
                .contains("usage: infra/images/archive FUNCTION jvm|aot|native");
    }

    private JsonNode blob(JsonNode descriptor) throws Exception {
        return json(Files.readString(repository.resolve("image").resolve(path(descriptor))));
    }

    /** Where the blob lies; its content has been compared with its name and size. */
    private String path(JsonNode descriptor) throws Exception {
        var digest = descriptor.path("digest").asText().substring("sha256:".length());
        var file = repository.resolve("image/blobs/sha256/" + digest);
        assertThat(sha(file)).isEqualTo(digest);
        assertThat(Files.size(file)).isEqualTo(descriptor.path("size").asLong());
        return "blobs/sha256/" + digest;
    }

    private static String sha(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command))
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
