package kefu.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import kefu.recommendation.model.content.Catalogue;
import kefu.recommendation.model.content.Listed;
import org.junit.jupiter.api.Test;

class DiversityTest {
    private final List<Listed> products = List.of(
            listed("kettle-a", "Electric Kettle", "kitchen", "steel"),
            listed("kettle-b", "Electric Kettle", "kitchen", "steel"),
            listed("tent", "Tent", "outdoor", "nylon"));
    private final Catalogue catalogue = Catalogue.EMPTY.with(products);

    @Test
    void ofTwoThatAreAlikeTheSecondStandsBackForADifferentOneThatIsNearlyAsGood() {
        assertThat(order(new Diversity(0.7, 0.6), 0.9, 0.88, 0.8)).containsExactly("kettle-a", "tent", "kettle-b");
    }

    @Test
    void varietyNeverCostsMoreThanTheFloorAllows() {
        assertThat(order(new Diversity(0.1, 0.9), 0.9, 0.88, 0.3)).containsExactly("kettle-a", "kettle-b", "tent");
    }

    @Test
    void relevanceAloneOrdersByScore() {
        assertThat(order(new Diversity(1, 0), 0.9, 0.88, 0.8)).containsExactly("kettle-a", "kettle-b", "tent");
    }

    private List<String> order(Diversity diversity, double... sums) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < sums.length; i++) {
            var candidate = new Candidate(products.get(i));
            candidate.add(new Evidence.Popular(), sums[i]);
            candidates.add(candidate);
        }
        return diversity.order(candidates, 3, catalogue).stream()
                .map(Candidate::id)
                .toList();
    }

    private static Listed listed(String id, String name, String category, String material) {
        return Listed.of(
                Shop.product(id, name, name, category, Map.of("material", LocalText.of(material))), Instant.EPOCH);
    }
}
