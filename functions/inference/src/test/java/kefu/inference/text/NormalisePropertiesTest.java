package kefu.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NormalisePropertiesTest {
    @Property(tries = 300)
    void whatIsNormalIsLeftAsItIs(@ForAll String raw) {
        String once = Normalise.text(raw);
        assertThat(Normalise.text(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void foldingKeepsEveryPosition(@ForAll String raw) {
        int points = (int) raw.codePoints().limit(Normalise.LONGEST).count();
        assertThat(Folded.of(raw).lower()).hasSize(points);
        assertThat(Folded.of(raw).cased()).hasSize(points);
    }
}
