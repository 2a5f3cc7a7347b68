package kefu.model.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstandingTest {
    @Test
    void whatWordsMeantIsSaidLaterAndTheirMoodIsNotFeltTwice() {
        var order = new Entity("order_id", "#W1", 0, 3);
        var guessed = new Understanding(
                "en",
                "order.status",
                0.3,
                List.of(new Intent("order.cancel", 0.25)),
                new Emotion("anger", 0.9),
                List.of(order),
                null,
                new ServedBy("shop-en", "1", "cpu"),
                5);

        var meant = guessed.meant("order.cancel");

        assertThat(meant.intent()).isEqualTo("order.cancel");
        assertThat(meant.confidence()).isEqualTo(1);
        assertThat(meant.alternatives()).isEmpty();
        assertThat(meant.emotion()).isEqualTo(Emotion.NEUTRAL);
        assertThat(meant.entities()).containsExactly(order);
    }
}
