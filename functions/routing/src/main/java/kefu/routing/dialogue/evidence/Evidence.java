package kefu.routing.dialogue.evidence;

import java.util.Optional;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;

/** A kind of evidence. */
public interface Evidence {
    /** @return the name that packs use */
    String kind();

    /** @return whether it says nothing without knowing the product */
    default boolean needsProduct() {
        return false;
    }

    /** @return what it says to the situation; nothing where it has nothing reliable */
    Optional<Finding> find(Situation situation);
}
