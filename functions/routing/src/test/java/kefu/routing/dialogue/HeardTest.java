package kefu.routing.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Entity;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.Understanding;
import org.junit.jupiter.api.Test;

class HeardTest {
    @Test
    void anOptionIsNamedByWhatWasUnderstood() {
        var heard = heard("有绿色的吗", new Entity("option", "green", 1, 4));
        assertThat(heard.names("Sage Green")).isTrue();
        assertThat(heard.names("Blue")).isFalse();
        assertThat(heard.said(heard.understanding().entities().getFirst())).isEqualTo("绿色的");
    }

    @Test
    void aSpanThatEndsBehindTheWordsIsCutThere() {
        assertThat(heard("red", new Entity("option", "red", 0, 9)).said(new Entity("option", "red", 2, 9)))
                .isEqualTo("d");
    }

    private static Heard heard(String text, Entity entity) {
        var understanding = new Understanding(
                "zh",
                "product.availability",
                1,
                List.of(),
                Emotion.NEUTRAL,
                List.of(entity),
                null,
                new ServedBy("test", "1", "cpu"),
                0);
        return new Heard(text, null, understanding, "zh");
    }
}
