package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's pack takes for a yes before something is done that cannot be taken back. */
class AssentTest {
    private final Assent assent = PackSource.builtIn("ecommerce").load().assent();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes!",
                "yes please",
                "ok",
                "OK, do it",
                "sure, go ahead",
                "Yes, cancel it please",
                "yep",
                "I confirm",
                "that's right",
                "sounds good, thanks",
                "👍",
                "yes 👍",
                "y",
                "是",
                "是的",
                "好的",
                "好的，取消吧",
                "可以",
                "行",
                "嗯嗯",
                "确认",
                "確認取消",
                "对，没错",
                "没问题",
                "好的谢谢",
                "OK的",
                "是的我确认",
                "同意"
            })
    void agrees(String said) {
        assertThat(assent.agrees(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👎",
                "👎👎",
                "❌",
                "😡",
                "🤔",
                "😀",
                "你确定？",
                "确定吗",
                "is that ok?",
                "ok wait",
                "嗯，再等等",
                "yes, wait no",
                "hm",
                "啊",
                "帮助",
                "xx",
                "v-1-3",
                "yes but only if it is free",
                "yes, but refund it to my gift card",
                "right, but not now",
                "好的，那我不取消了",
                "好贵",
                "是不是",
                "可是",
                "好像不对",
                "yesterday",
                "okra",
                "the order",
                "取消",
                "",
                " ",
                "sure is expensive"
            })
    void doesNotAgree(String said) {
        assertThat(assent.agrees(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "don't cancel it",
                "I changed my mind",
                "never mind",
                "算了",
                "先别取消",
                "好的，那我不取消了",
                "👎",
                "不用了",
                "No thanks"
            })
    void declines(String said) {
        assertThat(assent.declines(said)).isTrue();
        assertThat(assent.agrees(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "是的", "你确定？", "nonstop", "特别好", "hm"})
    void doesNotDecline(String said) {
        assertThat(assent.declines(said)).isFalse();
    }
}
