package kefu.inference.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import kefu.model.understanding.Entity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class FindEntitiesPropertiesTest {
    private final FindEntities find = new FindEntities(Clock.systemUTC());

    @Property(tries = 500)
    void everySpanLiesInTheTextAndHoldsSomething(@ForAll @StringLength(max = 80) String noise) {
        for (String text : List.of(noise, "order " + noise + " #W2378156 昨天 " + noise, noise + "我叫张伟，39元" + noise)) {
            int length = text.codePointCount(0, text.length());
            for (Entity entity : find.in(text)) {
                assertThat(entity.end()).isLessThanOrEqualTo(length);
                assertThat(slice(text, entity)).isNotBlank();
            }
        }
    }

    @Property(tries = 200)
    void noSpanLiesWithinAnother(@ForAll @StringLength(max = 60) String noise) {
        List<Entity> found = find.in("x2 red 3 pairs " + noise + " 2026-11-24 $5 第二个 19122 call 5551234567");
        for (int i = 1; i < found.size(); i++)
            assertThat(found.get(i).start())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
    }

    private static String slice(String text, Entity entity) {
        return text.substring(text.offsetByCodePoints(0, entity.start()), text.offsetByCodePoints(0, entity.end()));
    }
}
