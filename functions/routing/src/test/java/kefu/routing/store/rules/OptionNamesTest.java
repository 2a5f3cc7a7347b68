package kefu.routing.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import org.junit.jupiter.api.Test;

class OptionNamesTest {
    private static final OptionNames NAMES = new OptionNames(
            Map.of("indigo", new OptionNames.Named(new LocalText(Map.of("en", "Indigo", "zh", "靛蓝色")), "blue")));

    @Test
    void aValueIsCalledByItsNameInEachLanguage() {
        assertThat(NAMES.in("zh", List.of("M", "Indigo"))).isEqualTo("M, 靛蓝色");
        assertThat(NAMES.in("en", "Indigo")).isEqualTo("Indigo");
    }

    @Test
    void itsOwnNameSaysMoreThanWhatItIsOneOf() {
        double byName = NAMES.named("Indigo", "靛蓝色"::equals);
        double byKind = NAMES.named("Indigo", "blue"::equals);
        assertThat(byName).isGreaterThan(byKind);
        assertThat(byKind).isPositive();
        assertThat(NAMES.named("Indigo", "red"::equals)).isZero();
        assertThat(NAMES.named("M", "blue"::equals)).isZero();
    }
}
