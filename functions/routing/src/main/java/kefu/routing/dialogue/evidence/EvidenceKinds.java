package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;

/** All kinds of evidence, by name. */
@ApplicationScoped
public class EvidenceKinds {
    private final Map<String, Evidence> byName;

    EvidenceKinds(@Any Instance<Evidence> kinds) {
        byName = kinds.stream().collect(Collectors.toMap(Evidence::kind, kind -> kind));
    }

    public boolean needProduct(List<String> kinds) {
        return kinds.stream().map(this::of).anyMatch(Evidence::needsProduct);
    }

    /** @return what the kinds say, in their order */
    public List<Finding> find(List<String> kinds, Situation situation) {
        return kinds.stream()
                .map(kind -> of(kind).find(situation))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @throws IllegalStateException for a name that no kind has */
    public Evidence of(String name) {
        var kind = byName.get(name);
        if (kind == null) throw new IllegalStateException("there is no evidence of kind " + name);
        return kind;
    }
}
