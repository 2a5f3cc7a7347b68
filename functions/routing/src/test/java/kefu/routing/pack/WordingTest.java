package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the shop's pack that tell what was meant, whatever was understood. */
class WordingTest {
    private static final Pack SHOP = PackSource.builtIn("ecommerce").load();

    @ParameterizedTest
    @CsvSource({
        "product.price, is there anything cheaper, product.recommend",
        "product.price, any cheaper ones?, product.recommend",
        "product.price, something between 100 and 150 for outdoors, product.recommend",
        "product.price, a gift for my mum under $50, product.recommend",
        "product.price, 便宜点的有没有, product.recommend",
        "product.availability, 有没有别的, product.recommend",
        "service.repair, 保修几年, product.info",
        "service.repair, 这个水壶保修多久？, product.info",
        "service.repair, how long is the warranty, product.info"
    })
    void theyMeanTheirOwnIntent(String understood, String text, String meant) {
        assertThat(SHOP.meant(understood, text)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "product.price, can it be cheaper",
        "product.price, cheaper if i take two?",
        "product.price, 能便宜点吗",
        "product.price, is it under 50",
        "product.price, 有没有优惠",
        "service.repair, 水壶坏了还在保修期吗",
        "service.repair, 坏了，保修几年来着",
        "price.protection, it is 40 cheaper now",
        "order.cancel, is there anything cheaper"
    })
    void otherWordsMeanWhatWasUnderstood(String understood, String text) {
        assertThat(SHOP.meant(understood, text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't need a person any more",
                "no need for an agent, thanks",
                "cancel the agent please",
                "不用转人工了",
                "别转了",
                "不需要客服了"
            })
    void aPersonIsCalledOff(String text) {
        assertThat(SHOP.handoff().isCalledOff(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want a person",
                "I don't want a bot, get me a human",
                "I do not want to talk to a robot but to a person",
                "不要机器人，转人工",
                "要等多久",
                "can somebody call me"
            })
    void aPersonIsStillWanted(String text) {
        assertThat(SHOP.handoff().isCalledOff(text)).isFalse();
    }
}
