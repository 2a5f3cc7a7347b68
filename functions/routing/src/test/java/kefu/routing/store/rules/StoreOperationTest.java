package kefu.routing.store.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreOperationTest {
    private static final Map<String, Object> ADDRESS = Map.of("line1", "2 Beech Street", "city", "Salem");
    private static final List<Map<String, String>> CHANGES = List.of(Map.of("variantId", "s", "newVariantId", "m"));

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("cancelOrder", Map.of("orderId", "#W1", "reason", "no longer needed")),
                Arguments.of("changeOrderAddress", Map.of("orderId", "#W1", "address", ADDRESS)),
                Arguments.of(
                        "changeOrderItems", Map.of("orderId", "#W1", "changes", CHANGES, "paymentMethodId", "card")),
                Arguments.of("changeOrderPayment", Map.of("orderId", "#W1", "paymentMethodId", "card")),
                Arguments.of("changeCustomerAddress", Map.of("customerId", "c-1", "address", ADDRESS)),
                Arguments.of(
                        "returnItems",
                        Map.of("orderId", "#W1", "variantIds", List.of("s", "s"), "paymentMethodId", "card")),
                Arguments.of("exchangeItems", Map.of("orderId", "#W1", "changes", CHANGES, "paymentMethodId", "card")),
                Arguments.of("urgeOrder", Map.of("orderId", "#W1")),
                Arguments.of(
                        "requestInvoice",
                        Map.of("orderId", "#W1", "kind", "company", "title", "Carter Ltd", "taxNumber", "12345678")),
                Arguments.of(
                        "bookService",
                        Map.of("orderId", "#W1", "kind", "repair", "day", "2026-11-27", "variantId", "s")),
                Arguments.of("refundPriceDifference", Map.of("orderId", "#W1")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsWrittenAsItIsRead(String name, Map<String, Object> arguments) {
        var operation = StoreOperation.read(name, arguments);

        assertThat(operation.name()).isEqualTo(name);
        assertThat(operation.arguments()).isEqualTo(arguments);
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(operations().map(a -> a.get()[0]).toList()).isEqualTo(StoreOperation.names());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("sellOrder", Map.of(), "there is no operation sellOrder"),
                Arguments.of("cancelOrder", Map.of("orderId", "#W1"), "cancelOrder.reason is missing"),
                Arguments.of("cancelOrder", Map.of("orderId", " ", "reason", "x"), "cancelOrder.orderId is missing"),
                Arguments.of(
                        "urgeOrder", Map.of("orderId", "#W1", "day", "x"), "urgeOrder.day is not an argument here"),
                Arguments.of("urgeOrder", Map.of("orderId", List.of()), "urgeOrder.orderId must be a text"),
                Arguments.of("urgeOrder", Map.of("orderId", "1".repeat(501)), "longer than 500"),
                Arguments.of(
                        "changeOrderAddress",
                        Map.of("orderId", "#W1", "address", Map.of("street", "x")),
                        "changeOrderAddress.address has no part street"),
                Arguments.of(
                        "changeOrderAddress",
                        Map.of("orderId", "#W1", "address", Map.of("city", "Salem")),
                        "needs line1"),
                Arguments.of(
                        "changeOrderItems",
                        Map.of("orderId", "#W1", "changes", List.of("s"), "paymentMethodId", "card"),
                        "changeOrderItems.changes each change is"),
                Arguments.of(
                        "returnItems",
                        Map.of("orderId", "#W1", "variantIds", Map.of(), "paymentMethodId", "card"),
                        "returnItems.variantIds must be a list"),
                Arguments.of(
                        "bookService",
                        Map.of("orderId", "#W1", "kind", "repair", "day", "next week"),
                        "bookService.day must be a day such as"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String name, Map<String, Object> arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreOperation.read(name, arguments))
                .withMessageContaining(message);
    }

    @Test
    void changesMayBeAnObjectFromOldToNewAndAnAddressOneText() {
        assertThat(StoreOperation.read(
                        "exchangeItems",
                        Map.of("orderId", "#W1", "changes", Map.of("s", "m"), "paymentMethodId", "card")))
                .isEqualTo(new StoreOperation.ExchangeItems("#W1", List.of(new ItemChange("s", "m")), "card"));
        assertThat(StoreOperation.read("changeOrderAddress", Map.of("orderId", "#W1", "address", "杭州市文三路 259 号"))
                        .arguments())
                .isEqualTo(Map.of("orderId", "#W1", "address", Map.of("line1", "杭州市文三路 259 号")));
    }
}
