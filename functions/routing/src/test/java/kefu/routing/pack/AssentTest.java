package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's pack takes for a yes before something is done that cannot be taken back. */
class AssentTest {
    private final Assent assent = PackSource.builtIn("ecommerce").load().assent();

    @ParameterizedTest
    @MethodSource("agreements")
    void agrees(String said) {
        assertThat(assent.agrees(said)).isTrue();
        assertThat(assent.declines(said)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void declines(String said) {
        assertThat(assent.agrees(said)).isFalse();
        assertThat(assent.declines(said)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("neither")
    void doesNeither(String said) {
        assertThat(assent.agrees(said)).isFalse();
        assertThat(assent.declines(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No, thank you.", "never mind", "不用了，谢谢", "算了"})
    void declinesAndSaysNothingElse(String said) {
        assertThat(assent.onlyDeclines(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no, get me a human",
                "No! Do not leave me with a bot",
                "no, not the lamp",
                "stop, give me a human",
                "不，我要人工",
                "不，别转给机器人",
                "算了，转人工吧",
                "yes"
            })
    void declinesAndSaysMoreOrDoesNot(String said) {
        assertThat(assent.onlyDeclines(said)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no, to my gift card | to my gift card
            No, not the gift card, to my Visa | to my Visa
            No, on 2026-12-05 please | on 2026-12-05 please
            不对，要L码的 | 不对, 要L码的
            yes but to PayPal | yes but to PayPal
            no | ''
            不要L码 | ''
            """)
    void keepsWhatIsSaidBeside(String said, String beside) {
        assertThat(assent.beside(said)).isEqualTo(beside);
    }

    static Stream<String> agreements() {
        return phrases("""
                yes | Yes! | yes please | ok | OK, do it | sure, go ahead | Yes, cancel it please | yep | I confirm | y
                that's right | that’s right | sounds good, thanks | 👍 | 👍🏻 | yes 👍 | ＯＫ | yes - do it | no problem
                Yes. Cancel the order. | ok, i want to cancel it | all good thanks
                是 | 是的 | 好的 | 好的，取消吧 | 可以 | 行 | 嗯嗯 | 确认 | 確認取消 | 对，没错 | 没问题 | 没有问题
                好的谢谢 | OK的 | 是的我确认 | 同意 | （好的） | 好吧""");
    }

    static Stream<String> refusals() {
        return phrases("""
                no | nope, perfect | No thanks | stop | don't cancel it | never mind | I changed my mind | ok, never mind
                ok, no | ok, stop | yes, forget it | ok, dont cancel it | no, that's fine | no, it's ok | right, but no, keep it
                不 | 算了 | 先别取消 | 好的，那我不取消了吧，算了 | 👎 | 👎👎 | ❌ | 好，停 | 不用 | 别""");
    }

    static Stream<String> neither() {
        return phrases("""
                😡 | 🤔 | 😀 | is that ok? | is that right | is this correct | ok wait | yes, wait no wait | hm | xx | v-1-3
                yes but only if it is free | yes, but refund it to my gift card | yes, refund it to my gift card | right, but not now
                ok, cancel the other one | yes, the blue one | ok, give me a minute | sure, after I talk to my wife | yes, don't worry
                I'm fine, thanks | it's ok thanks | yesterday | okra | nonstop | the order | cancel it | sure is expensive
                I don't want it anymore, cancel it | I don't need it | stop the shipment please | ok, I can't do that
                你确定？ | 确定吗 | 嗯，再等等 | 嗯，我看看 | 好的，我问一下老公 | 是的，退到我的礼品卡 | 好的，改成黑色 | 好贵 | 是不是 | 可是
                好像不对 | 对了 | 对了，我还有一个订单要退 | 对吧 | 行了行了 | 特别好 | 取消 | 啊 | 帮助 | 不想要了，退吧 | 不要了
                这件穿不了 | 用不了，退 | | 要不要运费 | 为什么不退运费""");
    }

    private static Stream<String> phrases(String lines) {
        return lines.lines().flatMap(line -> Stream.of(line.split("\\|"))).map(String::strip);
    }
}
