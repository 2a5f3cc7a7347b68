package kefu.model;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the items of this page
 * @param next what to pass as {@code ?after=} for the next page; null on the last one
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = Require.list(items);
    }
}
