package kefu.routing.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kefu.model.shop.LocalText;
import org.junit.jupiter.api.Test;

class OptionNamesTest {
    private static final OptionNames NAMES = new OptionNames(Map.of(
            "indigo", new OptionNames.Named(new LocalText(Map.of("en", "Indigo", "zh", "靛蓝色")), "blue"),
            "footrest no", new OptionNames.Named(new LocalText(Map.of("en", "no footrest", "zh", "无脚托")), null)));

    private static final Map.Entry<String, String> INDIGO = Map.entry("color", "Indigo");
    private static final Map.Entry<String, String> MEDIUM = Map.entry("size", "M");

    @Test
    void aValueIsCalledByItsNameInEachLanguage() {
        assertThat(NAMES.in("zh", INDIGO)).isEqualTo("靛蓝色");
        assertThat(NAMES.in("en", INDIGO)).isEqualTo("Indigo");
        assertThat(NAMES.in("zh", MEDIUM)).isEqualTo("M");
    }

    @Test
    void aValueThatSaysNothingAloneIsCalledByItsOptionToo() {
        assertThat(NAMES.in("en", Map.of("footrest", "No"))).isEqualTo("no footrest");
        assertThat(NAMES.in("en", Map.of("hood", "No"))).isEqualTo("No");
    }

    @Test
    void itsOwnNameSaysMoreThanWhatItIsOneOf() {
        double byName = NAMES.named(INDIGO, "靛蓝色"::equals);
        double byKind = NAMES.named(INDIGO, "blue"::equals);
        assertThat(byName).isGreaterThan(byKind);
        assertThat(byKind).isPositive();
        assertThat(NAMES.named(INDIGO, "red"::equals)).isZero();
        assertThat(NAMES.named(MEDIUM, "blue"::equals)).isZero();
    }
}
