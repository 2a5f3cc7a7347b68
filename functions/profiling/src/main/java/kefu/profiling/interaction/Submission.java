package kefu.profiling.interaction;

import java.util.Optional;
import kefu.model.shop.Interaction;

/**
 * An interaction as it was sent. Source and id together say which event it is (CloudEvents 1.0, 3.1).
 *
 * @param id of its CloudEvent; empty for plain JSON
 * @param source of its CloudEvent; empty for plain JSON
 */
record Submission(Optional<String> id, String source, Interaction interaction) {}
