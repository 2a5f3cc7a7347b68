package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.stream.Collectors;

/** All kinds of slot, by name. */
@ApplicationScoped
public class SlotKinds {
    private final Map<String, SlotKind> byName;

    SlotKinds(@Any Instance<SlotKind> kinds) {
        byName = kinds.stream().collect(Collectors.toMap(SlotKind::kind, kind -> kind));
    }

    /** @throws IllegalStateException for a name that no kind has; a pack is checked against that when it loads */
    public SlotKind of(String name) {
        var kind = byName.get(name);
        if (kind == null) throw new IllegalStateException("there is no slot kind " + name);
        return kind;
    }
}
