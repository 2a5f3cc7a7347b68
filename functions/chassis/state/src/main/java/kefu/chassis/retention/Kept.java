package kefu.chassis.retention;

import java.time.Duration;

/** Rows of a table that are kept for a while only. {@link Retention} finds every bean of this kind. */
public interface Kept {
    String table();

    /** @return the column that says since when a row is there */
    String since();

    Duration keep();
}
