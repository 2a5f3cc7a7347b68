package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kefu.inference.heads.History;
import org.junit.jupiter.api.Test;

class DialoguesTest {
    private static final String HEADER = "dialogue,text,label,act,expects\n";

    @Test
    void eachUtteranceKnowsWhatCameBeforeItInItsConversation() {
        var read = Dialogues.of("turns.csv", HEADER + """
                1,Return the kettle,return.request,request,reason
                1,it leaks,return.request,,
                2,hello,greeting,greet,
                2,"how much, then",product.price,,
                """).utterances();
        assertThat(read).extracting(Dialogues.Utterance::closes).containsExactly(false, true, false, true);
        assertThat(read.get(1).history().turns())
                .containsExactly(new History.Turn("return the kettle", "return.request", "request", "reason"));
        assertThat(read.get(2).history().isEmpty()).isTrue();
        assertThat(read.get(3).history().last().intent()).isEqualTo("greeting");
    }

    @Test
    void aFileThatIsNoConversationIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Dialogues.of("turns.csv", "text,label\nhello,greeting\n"))
                .hasMessage("turns.csv needs the header dialogue,text,label,act,expects");
        assertThatThrownBy(() -> Dialogues.of("turns.csv", HEADER + "1,hello,greeting\n"))
                .hasMessage("turns.csv:2: 3 values, not 5");
        assertThatThrownBy(() -> Dialogues.of("turns.csv", HEADER + "1,hello,,greet,\n"))
                .hasMessageContaining("line 2: no text or no label");
    }

    @Test
    void whatBelongsToAPersonIsMaskedAndGarbledTextIsRefused() {
        var read = Dialogues.of("turns.csv", HEADER + "1,my mail is li.na@mail.cn,account.update,,\n")
                .utterances();
        assertThat(read.getFirst().text()).isEqualTo("my mail is name@example.com");
        assertThatThrownBy(() -> Dialogues.of("turns.csv", HEADER + "1,a\u0007b,greeting,,\n"))
                .hasMessageStartingWith("turns.csv:1, line 2: ");
    }
}
