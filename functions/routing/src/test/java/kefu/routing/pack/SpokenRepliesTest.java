package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code says, as its sources have it, is what a pack is asked for. */
class SpokenRepliesTest {
    private static final Path SOURCES = Path.of("src/main/java/kefu/routing");

    private static final Pattern SAID = Pattern.compile(
            "(?:\\bsay\\(\\s*|\\bWrong\\(|\\bImpossible\\()\"([^\"]+)\"(?!\\s*\\+)|\"((?:reviews|again)\\.[A-Za-z.]+)\"");

    private static final Pattern KIND =
            Pattern.compile("implements Evidence.*?String kind\\(\\) \\{\\s*return \"(\\w+)\"", Pattern.DOTALL);

    @Test
    void everyReplyThatTheDialogueSays() throws IOException {
        assertThat(found(SOURCES.resolve("dialogue"), SAID))
                .isNotEmpty()
                .isSubsetOf(SpokenReplies.all().toList());
    }

    @Test
    void everyKindOfEvidence() throws IOException {
        assertThat(found(SOURCES.resolve("dialogue/evidence"), KIND))
                .containsExactlyInAnyOrderElementsOf(SpokenReplies.evidence());
    }

    private static Stream<String> found(Path folder, Pattern sought) throws IOException {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(SpokenRepliesTest::read)
                    .flatMap(text -> sought.matcher(text).results())
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
