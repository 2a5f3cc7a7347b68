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
        "product.price, what is your cheapest lamp, product.recommend",
        "product.price, 最便宜的椅子多少钱, product.recommend",
        "product.price, something between 100 and 150 for outdoors, product.recommend",
        "product.price, a gift for my mum under $50, product.recommend",
        "product.price, 便宜点的有没有, product.recommend",
        "product.price, is there smth cheaper, product.recommend",
        "product.price, 贵了点，有便宜的吗, product.recommend",
        "product.recommend, 亚麻衬衫有哪几种颜色, product.info",
        "product.price, colors?, product.info",
        "product.availability, what sizes does it come in, product.info",
        "product.price, 还有更便宜的吗, product.recommend",
        "product.availability, 还有别的款吗, product.recommend",
        "product.availability, 有没有别的, product.recommend",
        "human.request, what are your opening hours, shop.hours",
        "human.request, 你们几点下班, shop.hours",
        "service.repair, 保修几年, product.info",
        "service.repair, 这个水壶保修多久？, product.info",
        "service.repair, how long is the warranty, product.info",
        "account.address, Also can I change the address of #W1000038?, order.change_address",
        "account.address, my order goes to the wrong street, order.change_address",
        "account.address, 订单的收货地址也要改, order.change_address"
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
        "order.cancel, is there anything cheaper",
        "human.request, I want a person now, when are they free",
        "order.status, 几点能到",
        "product.price, is the black one cheaper?",
        "product.price, is it any cheaper if I buy two",
        "product.price, 买两件有便宜点吗",
        "product.availability, 有没有其他颜色",
        "product.availability, 还有别的尺码吗",
        "product.info, 有其他功能吗",
        "account.address, please change my default address",
        "account.address, change my address to 12 Main St Apt #1203",
        "account.address, change my default address to 12 Main St apartment #1203",
        "account.address, I moved to Berlin D-10115",
        "account.address, 把账户里的快递地址改一下",
        "product.price, 最便宜的运费多少钱",
        "product.price, what is the cheapest shipping",
        "account.address, my address for all orders from now on",
        "account.address, 刚搬家，把账户里的地址改一下",
        "service.repair, how long does the warranty repair take",
        "service.repair, 保修多久可以寄回来",
        "service.repair, 保修多少钱",
        "product.availability, which colors are in stock",
        "product.availability, 什么颜色有货",
        "product.info, 这款耳机连续工作时间多久"
    })
    void otherWordsMeanWhatWasUnderstood(String understood, String text) {
        assertThat(SHOP.meant(understood, text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"how long?", "how long will it take?", "how much longer", "要等多久", "现在前面几个人", "多久能接"})
    void whoWaitsAsksHowLong(String text) {
        assertThat(SHOP.handoff().asksHowLong(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how long does delivery take",
                "how many do you have in stock",
                "how long is the warranty",
                "快递多久能到",
                "退款多久到账",
                "这个灯还要多久发货"
            })
    void otherQuestionsOfTimeAreAnswered(String text) {
        assertThat(SHOP.handoff().asksHowLong(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't need a person any more",
                "no need for an agent, thanks",
                "cancel the agent please",
                "不用转人工了",
                "I don't need to talk to an agent any more",
                "别转了",
                "never mind no person",
                "不等了，你帮我查下",
                "不要转人工了，谢谢",
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
                "can somebody call me",
                "no person came yet",
                "no person can help me?",
                "I can't do this without a person",
                "cancel my order and get me a human",
                "don't forget to call me",
                "I don't want this I want a human",
                "I don't want to wait for a person",
                "别废话转人工",
                "不要等了转人工",
                "取消订单转人工",
                "取消不了转人工",
                "不用了直接转人工",
                "不要自动回复转人工",
                "我特别需要人工",
                "有别的客服吗",
                "分别转人工"
            })
    void aPersonIsStillWanted(String text) {
        assertThat(SHOP.handoff().isCalledOff(text)).isFalse();
    }
}
