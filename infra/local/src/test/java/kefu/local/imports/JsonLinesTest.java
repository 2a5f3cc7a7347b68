package kefu.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    private final Report report = new Report();

    @TempDir
    private Path folder;

    @Test
    void aMissingNumberIsCalledMissing() throws IOException {
        assertThat(read("{\"id\": \"r-1\", \"productId\": \"p-1\"}")).isEmpty();
        assertThat(report.problems()).containsExactly(new BadLine("reviews.jsonl", 1, "rating is missing"));
    }

    @Test
    void aNumberOutOfRangeIsNamedAsItWasWritten() throws IOException {
        assertThat(read("{\"id\": \"r-1\", \"productId\": \"p-1\", \"rating\": 7}"))
                .isEmpty();
        assertThat(report.problems())
                .containsExactly(new BadLine("reviews.jsonl", 1, "rating must be between 1 and 5, is 7"));
    }

    @Test
    void aNumberWithAPointIsNotCut() throws IOException {
        assertThat(read("{\"id\": \"r-1\", \"productId\": \"p-1\", \"rating\": 4.5}"))
                .isEmpty();

        assertThat(report.problems())
                .containsExactly(
                        new BadLine("reviews.jsonl", 1, "rating: must be a whole number without a point, is 4.5"));
    }

    @Test
    void anUnknownFieldIsToldOnceWithItsFirstLineAndWhatIsKnown() throws IOException {
        var line = "{\"id\": \"r-1\", \"productId\": \"p-1\", \"rating\": 5, \"stars\": 5}";
        assertThat(read("\n" + line + "\n" + line)).extracting(Numbered::line).containsExactly(2, 3);
        assertThat(report.notes())
                .containsExactly("reviews.jsonl:2: the field \"stars\" is unknown and was left out, wherever it stands;"
                        + " known are at, customerId, id, images, language, productId, rating, text");
    }

    private List<Numbered<Review>> read(String lines) throws IOException {
        var file = Files.writeString(folder.resolve("reviews.jsonl"), lines);
        var read = new ArrayList<Numbered<Review>>();
        new JsonLines<>(file, "reviews.jsonl", Review.class, report).forEach(read::add);
        return read;
    }
}
