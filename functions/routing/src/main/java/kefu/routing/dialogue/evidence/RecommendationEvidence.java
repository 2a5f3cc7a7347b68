package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;

/** What fits, by name; the reasons stand beside the products. */
@ApplicationScoped
class RecommendationEvidence implements Evidence {
    @Override
    public String kind() {
        return "recommendation";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        var products = situation.recommended().get().products();
        if (products.isEmpty()) return Optional.empty();
        var language = situation.language();
        var names = products.stream()
                .map(p -> p.name().in(language))
                .collect(Collectors.joining(language.equals("zh") ? "、" : ", "));
        return Optional.of(new Finding(
                situation.say("recommend.some", Map.of("names", names)),
                products.stream()
                        .map(p -> new Source("product", p.productId(), p.name().in(language), null))
                        .toList()));
    }
}
