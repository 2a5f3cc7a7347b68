package kefu.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import kefu.recommendation.model.content.Listed;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final int POOL = 10;

    private final List<Candidate> all = all();

    @Test
    void aProductIsShownAsOftenAsItsPropensitySays() {
        var exploration = new Exploration(0.3);
        var random = new Random(11);
        var shown = new HashMap<String, Integer>();
        var said = new HashMap<String, Double>();
        int rounds = 60_000;
        for (int i = 0; i < rounds; i++) {
            var first = exploration.place(all.subList(0, 3), 3, pool(), random).getFirst();
            shown.merge(first.candidate().id(), 1, Integer::sum);
            said.put(first.candidate().id(), first.propensity());
        }
        assertThat(said).hasSize(POOL);
        assertThat(said.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
        said.forEach((id, propensity) ->
                assertThat((double) shown.get(id) / rounds).as(id).isCloseTo(propensity, within(0.006)));
    }

    @Test
    void withoutExplorationTheOrderStands() {
        var placed = new Exploration(0).place(all.subList(0, 4), 3, pool(), new Random(1));
        assertThat(placed).extracting(p -> p.candidate().id()).containsExactly("p0", "p1", "p2");
        assertThat(placed).allMatch(p -> p.propensity() == 1 && !p.explored());
    }

    @Test
    void noProductComesTwiceHoweverMuchIsDrawn() {
        var exploration = new Exploration(0.95);
        for (int seed = 0; seed < 200; seed++) {
            var placed = exploration.place(all.subList(0, 6), 6, pool(), new Random(seed));
            assertThat(placed).hasSize(6);
            assertThat(placed).extracting(p -> p.candidate().id()).doesNotHaveDuplicates();
        }
    }

    private Exploration.Pool pool() {
        return new Exploration.Pool() {
            @Override
            public int size() {
                return POOL;
            }

            @Override
            public Candidate draw(RandomGenerator random) {
                return all.get(random.nextInt(POOL));
            }
        };
    }

    private static List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < POOL; i++)
            all.add(new Candidate(Listed.of(Shop.product("p" + i, "Thing", "home"), Instant.EPOCH)));
        return all;
    }
}
