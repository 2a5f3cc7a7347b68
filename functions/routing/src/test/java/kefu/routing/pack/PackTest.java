package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack is sound, or every mistake in it is named with its file and line. */
class PackTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (var file : new String[] {"pack", "intents", "flows", "slots", "replies", "assent", "handoff"})
            try (InputStream in = getClass().getResourceAsStream("/packs/ecommerce/" + file + ".yml")) {
                Files.write(folder.resolve(file + ".yml"), in.readAllBytes());
            }
    }

    @Test
    void anIntentIsCalledByItsTitleAndOneThatThePackDoesNotKnowByItsName() {
        var pack = PackSource.builtIn("ecommerce").load();

        assertThat(pack.title("order.cancel").in("zh")).isEqualTo("取消订单");
        assertThat(pack.title("insurance.claim").in("en")).isEqualTo("insurance.claim");
    }

    @Test
    void theShopsPackIsSound() {
        var pack = PackSource.builtIn("ecommerce").load();
        assertThat(pack.languages()).containsExactly("en", "zh");
        assertThat(pack.intents()).hasSize(46).containsKeys("product.quality", "order.cancel", "oos");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flows.yml   | - ask: reason       | - ask: mood         | flows.yml:  | unknown slot mood
            intents.yml | flow: cancelOrder   | flow: cancelTheSun  | intents.yml:| unknown flow cancelTheSun
            replies.yml | 'zh: "是哪一笔订单？"' | 'fr: "Quelle commande ?"' | replies.yml:| has no text in zh
            slots.yml   | kind: identity      | kind: telepathy     | slots.yml:  | kind must be one of
            intents.yml | answer: [price,     | answer: [cost,      | intents.yml:| evidence of an unknown kind cost; there are
            intents.yml | 'said: ''(?i)^['    | 'said: ''(?i)^[['   | intents.yml:| product.info.said
            intents.yml | 'insteadOf: [service.repair,' | 'insteadOf: [service.fix,' | intents.yml:| instead of an unknown intent service.fix
            flows.yml   | 'instead: {delivered: exchangeItems}' | 'instead: {arrived: exchangeItems}' | flows.yml: | knows no order that is arrived
            flows.yml   | 'instead: {delivered: exchangeItems}' | 'instead: {delivered: giveAway}' | flows.yml: | follows an unknown flow giveAway
            flows.yml   | 'instead: {delivered: exchangeItems}' | 'instead: {pending: exchangeItems}' | flows.yml: | which for orders that are pending leads on
            flows.yml   | 'instead: {delivered: exchangeItems}' | 'instead: {delivered: urgeOrder}' | flows.yml: | unknown reply instead.urgeOrder
            flows.yml   | whole: wholeOrder   | whole: holeOrder    | flows.yml:  | unknown reply holeOrder
            intents.yml | say: praise         | say: song           | intents.yml:| unknown reply song
            """)
    void aMistakeIsNamedWithItsFileAndLine(String file, String right, String wrong, String where, String what)
            throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        var problem = catchThrowableOfType(
                PackProblem.class, () -> PackSource.folder(folder).load());
        assertThat(problem.mistakes()).anySatisfy(mistake -> {
            assertThat(mistake.toString()).startsWith(where).contains(what);
            assertThat(mistake.line()).isPositive();
        });
    }

    @Test
    void aReplyThatIsMissingIsNamedWithWhatSaysIt() throws IOException {
        var replies = folder.resolve("replies.yml");
        Files.writeString(replies, Files.readString(replies).replace("product.lacking:", "product.missing:"));
        var problem = catchThrowableOfType(
                PackProblem.class, () -> PackSource.folder(folder).load());
        assertThat(problem)
                .hasMessageContaining("replies.yml: has no product.lacking, which evidence of kind product says");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("flows.yml"));
        var problem = catchThrowableOfType(
                PackProblem.class, () -> PackSource.folder(folder).load());
        assertThat(problem).hasMessageContaining("flows.yml: the file is missing");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("slots.yml"), "identity:\n  kind: [identity\n");
        var problem = catchThrowableOfType(
                PackProblem.class, () -> PackSource.folder(folder).load());
        assertThat(problem.mistakes().getFirst().file()).isEqualTo("slots.yml");
        assertThat(problem.mistakes().getFirst().line()).isPositive();
    }

    @Test
    void aPackIsDrawnWithEveryIntentAndEveryStepOfItsFlows() {
        var pack = PackSource.builtIn("ecommerce").load();

        var drawn = new PackDiagram(pack).draw();

        assertThat(drawn)
                .startsWith("flowchart LR\n")
                .contains("i_order_cancel([\"order.cancel\"])", "i_order_cancel --> f_cancelOrder_0")
                .contains("f_cancelOrder_3{{\"confirm, then cancelOrder\"}}")
                .contains("f_exchangeItems_0 -. pending .-> f_changeOrderItems_0")
                .contains("f_requestInvoice_3 -->|\"invoiceKind = company\"| f_requestInvoice_4");
        pack.intents().keySet().forEach(intent -> assertThat(drawn).contains("[\"" + intent + "\"]"));
        assertThat(drawn.lines().filter(line -> line.strip().startsWith("subgraph")))
                .hasSameSizeAs(pack.flows().keySet());
        assertThat(drawn.lines().filter(line -> line.strip().equals("end")))
                .hasSameSizeAs(pack.flows().keySet());
    }
}
