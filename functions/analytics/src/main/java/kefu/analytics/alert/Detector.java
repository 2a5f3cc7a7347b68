package kefu.analytics.alert;

import java.time.Instant;
import java.util.Optional;
import kefu.analytics.insight.Board;

/** Looks for one thing that needs attention. Pure: the same board and time give the same finding. */
@FunctionalInterface
interface Detector {
    /** @param now the end of the last bucket */
    Optional<Finding> look(Board board, Instant now);
}
