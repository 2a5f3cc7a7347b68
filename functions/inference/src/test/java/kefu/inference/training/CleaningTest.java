package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CleaningTest {
    @TempDir
    Path folder;

    @Test
    void whatSeveralSourcesSayIsKnown() throws IOException {
        Path one = Files.writeString(
                folder.resolve("one.csv"), "text,label\nhello,greeting\nbye,goodbye\nsee you,goodbye\n");
        Path other = Files.writeString(
                folder.resolve("other.csv"), "text,label\nHello,greeting\nthank you,thanks\nmany thanks,thanks\n");
        Examples examples = Examples.read(List.of(one, other), true);
        assertThat(examples.texts()).hasSize(6);
        assertThat(examples.repeated()).containsExactly("hello");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'text,label', too few examples: 0 are left
            'text,label\nhello,greeting\n,greeting\n', data.csv:3: no text
            'text,label\na b,a\na c,a\na d,a\na e,a\na f,a\na g,a\na h,a\na i,a\na j,a\na k,a\n', the label a
            """)
    void tooLittleToLearnFromIsRefusedWithTheReason(String content, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), content.replace("\\n", "\n"));
        Examples examples = Examples.read(List.of(file), false);
        assertThatThrownBy(() -> examples.checkEnough(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "1 ", "1-", "a@", "a.", "+1"})
    void aVeryLongTextIsMaskedAtOnce(String part) {
        String text = part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PersonalData.mask(text));
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), """
                text,label
                hello there,greeting
                good morning,greeting
                it cost 5, not 4,praise
                caf\u00C3\u00A9 au lait,praise
                \u951F\u65A4\u62F7 hello,praise
                lost \uFFFD letters,praise
                lovely,praise
                lovely soap,praise
                once only,thanks
                """);
        Examples examples = Examples.read(List.of(file), false);
        assertThat(examples.texts()).containsExactly("hello there", "good morning", "lovely", "lovely soap");
        assertThat(examples.problems())
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("data.csv:4: has 3 cells, the header 2"),
                        p -> assertThat(p).startsWith("data.csv:5: is UTF-8 read as Latin-1"),
                        p -> assertThat(p).startsWith("data.csv:6: is UTF-8 read as GBK"),
                        p -> assertThat(p).startsWith("data.csv:7: holds replacement characters"),
                        p -> assertThat(p).startsWith("data.csv:10: label thanks has this one example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail me at ann.lee@web.example.org now     | mail me at name@example.com now      | e-mail address
            my card 4111 1111 1111 1111 was charged    | my card 0000 0000 0000 0000 was charged | card number
            身份证11010519491231002X可以吗             | 身份证00000000000000000X可以吗       | resident number
            打我电话13800138000                        | 打我电话00000000000                  | phone number
            call +44 20 7946 0958 please               | call +00 00 0000 0000 please         | phone number
            order 4711-0815 and 3 cups                 | order 4711-0815 and 3 cups           |
            order 4111 1111 1111 1112                  | order 4111 1111 1111 1112            |
            """)
    void personalDataIsMasked(String text, String masked, String kind) {
        PersonalData.Masked found = PersonalData.mask(text);
        assertThat(found.text()).isEqualTo(masked);
        assertThat(found.kinds()).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithTheLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("text,label\nfine,a\ncaf".getBytes(StandardCharsets.US_ASCII));
        bytes.write(0xE9);
        bytes.writeBytes(",b\n".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("latin.csv"), bytes.toByteArray());
        assertThatThrownBy(() -> Examples.read(List.of(file), false))
                .hasMessage("latin.csv:3: is not UTF-8 (byte 0xE9): save the file as UTF-8");
    }

    @Test
    void anOpenQuoteIsRefusedWithFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("open.csv"), "text,label\nfine,a\n\"never closed,b\n");
        assertThatThrownBy(() -> Examples.read(List.of(file), false))
                .hasMessageContaining("open.csv")
                .hasMessageContaining("line 3");
    }

    @Test
    void cleanOnlyWritesWhatIsLeftAndTrainsNothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("data.csv"), "text,label\nhello,a\nhello,a\nmail a@b.example,a\nbye,b\nbye bye,b\n");
        assertThat(run(
                        "--data",
                        file.toString(),
                        "--clean-only",
                        "--out",
                        folder.resolve("out").toString()))
                .isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/clean.csv")))
                .containsExactly(
                        "text,label,emotion,batch", "hello,a,,", "mail name@example.com,a,,", "bye,b,,", "bye bye,b,,");
        assertThat(folder.resolve("out/model.kefu")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out x                            | --data is missing
            --data absent.csv --out x          | absent.csv is no file
            --compare a b                      | holds no training
            --data absent.csv                  | --out is missing
            """)
    void aCallThatCannotWorkIsAnsweredInOneLine(String call, String said) {
        assertThat(run(call.split(" "))).contains(said).doesNotContain("\tat ");
    }

    private static String run(String... call) {
        StringWriter said = new StringWriter();
        new CommandLine(new Train())
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler(Train::say)
                .execute(call);
        return said.toString();
    }
}
