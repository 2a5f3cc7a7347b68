package kefu.profiling.profile;

import kefu.model.Require;

/**
 * How much of something there was on a day. Tallies of one key add up.
 *
 * @param mass in thousandths, so that sums are exact
 */
public record Tally(Key key, long mass) {
    static final long ONE = 1_000;

    /** @param name what exactly, of the dimension's kind @param epochDay days since 1970-01-01 UTC; 0 for what never fades */
    public record Key(Dimension dimension, String name, long epochDay) implements Comparable<Key> {
        public Key {
            Require.present(dimension, "dimension");
            Require.present(name, "name");
        }

        @Override
        public int compareTo(Key other) {
            int order = dimension.compareTo(other.dimension);
            if (order == 0) order = name.compareTo(other.name);
            return order == 0 ? Long.compare(epochDay, other.epochDay) : order;
        }
    }

    static Tally of(Dimension dimension, String name, long epochDay, double amount) {
        return new Tally(new Key(dimension, name, dimension.fades() ? epochDay : 0), Math.round(amount * ONE));
    }
}
