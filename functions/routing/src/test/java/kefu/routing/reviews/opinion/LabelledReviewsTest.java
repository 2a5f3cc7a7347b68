package kefu.routing.reviews.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How well opinions are read, against reviews that were labelled by hand. One half was there to tune the lexicon by; the
 * other half was never looked at and says what to expect of reviews to come.
 */
class LabelledReviewsTest {
    private record Labelled(int rating, Map<String, Integer> gold, String text) {}

    /** @param right same aspect, same polarity @param turned same aspect, another polarity */
    private record Score(int right, int turned, int extra, int missed) {
        double precision() {
            return right / (double) (right + turned + extra);
        }

        double recall() {
            return right / (double) (right + turned + missed);
        }

        /** Of the aspects that were found, how many are judged as the label has it. */
        double polarity() {
            return right / (double) (right + turned);
        }

        @Override
        public String toString() {
            return "precision %.2f, recall %.2f, polarity %.2f (%d right, %d turned, %d extra, %d missed)"
                    .formatted(precision(), recall(), polarity(), right, turned, extra, missed);
        }
    }

    @Test
    void theHalfThatWasTunedOnIsReadWell() throws IOException {
        var score = score(0);
        System.out.println("Opinions, tuned half: " + score);
        assertThat(score.polarity()).as(score.toString()).isGreaterThan(0.92);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.72);
        assertThat(score.recall()).as(score.toString()).isGreaterThan(0.74);
    }

    @Test
    void reviewsNeverSeenAreJudgedRightMoreThanFiveTimesInSix() throws IOException {
        var score = score(1);
        System.out.println("Opinions, unseen half: " + score);
        assertThat(score.polarity()).as(score.toString()).isGreaterThanOrEqualTo(0.85);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.6);
        assertThat(score.recall()).as(score.toString()).isGreaterThan(0.58);
    }

    private static Score score(int half) throws IOException {
        int right = 0;
        int turned = 0;
        int extra = 0;
        int missed = 0;
        var all = labelled();
        for (int i = half; i < all.size(); i += 2) {
            var review = all.get(i);
            var read = new HashMap<String, Integer>();
            LexiconFile.READER
                    .read(review.text(), review.rating())
                    .forEach(opinion -> read.put(opinion.aspect(), opinion.polarity()));
            for (var label : review.gold().entrySet()) {
                var polarity = read.remove(label.getKey());
                if (polarity == null) missed++;
                else if (polarity.equals(label.getValue())) right++;
                else turned++;
            }
            extra += read.size();
        }
        return new Score(right, turned, extra, missed);
    }

    private static List<Labelled> labelled() throws IOException {
        var all = new ArrayList<Labelled>();
        try (var in = LabelledReviewsTest.class.getResourceAsStream("/reviews/labelled.tsv")) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#") || line.isBlank()) continue;
                var columns = line.split("\t", 3);
                var gold = new HashMap<String, Integer>();
                for (var label : columns[1].split(" "))
                    gold.put(
                            label.substring(0, label.length() - 1),
                            switch (label.charAt(label.length() - 1)) {
                                case '+' -> 1;
                                case '-' -> -1;
                                default -> 0;
                            });
                all.add(new Labelled(Integer.parseInt(columns[0]), gold, columns[2]));
            }
        }
        return all;
    }
}
