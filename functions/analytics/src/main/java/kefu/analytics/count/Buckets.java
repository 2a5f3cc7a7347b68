package kefu.analytics.count;

import java.util.function.Consumer;
import kefu.analytics.tally.Tally;

/** The tallies of the buckets that are still kept. */
@FunctionalInterface
public interface Buckets {
    /** Changes the tally of the bucket with this time in it; nothing happens when that is no longer kept. */
    void change(long epochMillis, Consumer<Tally> change);
}
