package kefu.routing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
    private static final NameIndex INDEX = NameIndex.of(List.of(
            product("linen", "Washed Linen Shirt", "水洗亚麻衬衫"),
            product("oxford", "Oxford Shirt", "牛津纺衬衫"),
            product("kettle", "Gooseneck Electric Kettle", "细口手冲电热水壶"),
            product("cups", "Celadon Tea Cup Set", "龙泉青瓷茶具套装"),
            product("boots", "Hiking Boots", "登山靴"),
            product("knife", "Chef's Knife 20 cm", "主厨刀 20 厘米"),
            product("earbuds", "Wireless Earbuds", "真无线耳机")));

    @ParameterizedTest
    @CsvSource({
        "is the linen shirt any good?, linen",
        "how is the Washed Linen Shirt, linen",
        "I want a shirt, oxford linen",
        "these boot's soles came off, boots",
        "earbuds and a kettle please, earbuds kettle",
        "the tea cups, cups",
        "这件亚麻衬衫会缩水吗, linen",
        "衬衫有货吗, oxford linen",
        "青瓷茶具好看吗, cups",
        "无线耳机和登山靴, boots earbuds",
        "有茶具吗, cups",
        "脚长25厘米穿多大, ''",
        "what are your opening hours, ''",
        "electric scooter, ''",
        "这种靴有货吗, boots",
        "这个杯子好看吗, ''",
        "'', ''"
    })
    void productsAreFoundByWhatTheyAreCalled(String text, String products) {
        assertThat(String.join(" ", INDEX.in(text).products())).isEqualTo(products);
    }

    @ParameterizedTest
    @CsvSource({
        "how much is the electric ketle, kettle",
        "wireles earbusd, earbuds",
        "a keetle and a mug, kettle",
        "a chef kinfe, knife",
        "the boost, ''",
        "a settle, ''",
        "where is my order, ''"
    })
    void whatIsMistypedIsNearToAName(String text, String products) {
        assertThat(INDEX.in(text).products()).isEmpty();
        assertThat(String.join(" ", INDEX.near(text))).isEqualTo(products);
    }

    @ParameterizedTest
    @CsvSource({
        "how much is the shirt, true",
        "衬衫有货吗, true",
        "how much is the linen shirt, false",
        "earbuds and a kettle please, false",
        "the Oxford Shirt, false",
        "hello, false"
    })
    void theSameWordsMayNameSeveral(String text, boolean alike) {
        assertThat(INDEX.in(text).alike()).isEqualTo(alike);
    }

    @Test
    void theCategoryTellsOneFromOthersOfItsKind() {
        var chairs = NameIndex.of(List.of(
                product("camp", "Folding Camp Chair", "折叠露营椅", "outdoor"),
                product("mesh", "Ergonomic Mesh Chair", "人体工学网椅", "office")));
        assertThat(chairs.in("do you have an office chair").products()).containsExactly("mesh");
        assertThat(chairs.in("an office desk").products()).isEmpty();
    }

    private static Product product(String id, String english, String chinese) {
        return product(id, english, chinese, "");
    }

    private static Product product(String id, String english, String chinese, String category) {
        return new Product(
                id,
                new LocalText(Map.of("en", english, "zh", chinese)),
                category,
                null,
                Map.of(),
                List.of(new Variant(id + "-1", Map.of(), BigDecimal.TEN, "USD", true)),
                List.of());
    }
}
