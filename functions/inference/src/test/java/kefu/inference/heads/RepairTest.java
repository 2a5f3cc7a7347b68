package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
    private static final FeatureSpace SPACE = FeatureSpace.of(
            List.of(
                    "please cancel my order for the kettle",
                    "cancel it please",
                    "i want a refund for the order",
                    "帮我催一下快递",
                    "快递员什么时候到",
                    "我要退货"),
            1,
            1);

    @ParameterizedTest
    @CsvSource({
        "plese cancle my ordr, please cancel my order",
        "i wnat a refubd, i want a refund",
        "cancel my kitchen, cancel my kitchen",
        "qwzzx order 4711, qwzzx order 4711",
        "帮我崔一下快弟, 帮我催一下快递",
        "我要推货, 我要退货",
        "他说天气好, 他说天气好",
        "email 什么时候到?, email 什么时候到?"
    })
    void onlyWhatSurelyIsATypoIsMended(String sent, String read) {
        assertThat(SPACE.repaired(sent)).isEqualTo(read);
    }
}
