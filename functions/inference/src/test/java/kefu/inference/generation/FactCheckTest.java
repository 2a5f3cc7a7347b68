package kefu.inference.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactCheckTest {
    private static final Wording ENGLISH = new Wording(
            "Order #W2378156 was sent on Monday. It has 2 items and costs $39.90. It cannot be cancelled any more.",
            List.of("carrier: Royal Mail", "customer: Anna"),
            "en");
    private static final Wording CHINESE =
            new Wording("您的订单7719204已于周一发出，共2件，合计39.9元，预计三天内送达。", List.of("快递：顺丰"), "zh");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi Anna, your order #W2378156 left us on Monday with Royal Mail!|
            Both of its two items come to $39.9 in all.|
            Sadly, we can't cancel it any more.|
            It arrives in 3 days.|number 3
            It will be there on Friday.|date friday
            It comes to £39.90.|money gbp
            Hi Martha, your order was sent.|name martha
            We shipped it with Hermes on Monday.|name hermes
            You will get a full refund.|promise refund
            Delivery is free, of course.|promise free
            We guarantee it.|promise guarantee
            See https://example.org/track for more.|address
            It costs 10% less now.|number 10
            Your order is W9999999.|number 9999999
            It will arrive in five days.|number 5
            It will arrive within 2 days.|span 2 day
            """)
    void anEnglishSentenceSaysWhatTheFactsSay(String sentence, String claim) {
        check(ENGLISH, sentence, claim);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            亲，您的订单7719204周一就发出啦，|
            一共2件，39.90元，顺丰送，3天内到哦。|
            预计五天内送达。|number 5
            预计两周内送达。|span 2 week
            明天就到。|date tomorrow
            周二已发出。|date tuesday
            不到就全额退款。|promise refund
            我们保证按时送达。|promise guarantee
            运费我们免费给您包邮。|promise free
            由JD快递送达。|name jd
            王先生您好。|name 王
            送您一张优惠券。|promise discount
            """)
    void aChineseSentenceSaysWhatTheFactsSay(String sentence, String claim) {
        check(CHINESE, sentence, claim);
    }

    private static void check(Wording wording, String sentence, String claim) {
        var beyond = new FactCheck(wording).beyond(sentence);
        if (claim == null) assertThat(beyond).isEmpty();
        else assertThat(beyond.orElse("nothing")).contains(claim);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your order #W2378156 with 2 items for $39.90 left on Monday and can't be cancelled.|
            Your order left on Monday and can't be cancelled.|leaves out number
            Your order #W2378156 with 2 items for $39.90 left on Monday and can be cancelled.|leaves out a no
            您的订单 2378156 共 2 件 39.90|another language
            """)
    void theWholeTextLeavesNothingOut(String text, String problem) {
        var wrong = new FactCheck(ENGLISH).whole(text);
        if (problem == null) assertThat(wrong).isEmpty();
        else assertThat(wrong.orElse("")).contains(problem);
    }
}
