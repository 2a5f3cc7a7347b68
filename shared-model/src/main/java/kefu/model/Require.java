package kefu.model;

import java.util.List;
import java.util.Map;

/** Checks that records make in their constructors: an invalid value cannot exist. */
public final class Require {
    private Require() {}

    /**
     * @param name the component's name, for the message
     * @return the text
     * @throws IllegalArgumentException when the text is null or blank
     */
    public static String text(String value, String name) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    /** @param value null for none @throws IllegalArgumentException when it is longer */
    public static void atMost(String value, int characters, String name) {
        if (value != null && value.length() > characters)
            throw new IllegalArgumentException(name + " has more than " + characters + " characters");
    }

    /**
     * @return the value
     * @throws IllegalArgumentException when the value is null
     */
    public static <T> T present(T value, String name) {
        if (value == null) throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    /**
     * @return the value
     * @throws IllegalArgumentException when the value is not within [low, high]
     */
    public static double within(double value, double low, double high, String name) {
        if (!(value >= low && value <= high))
            throw new IllegalArgumentException(
                    name + " must be between " + plain(low) + " and " + plain(high) + ", is " + plain(value));
        return value;
    }

    /** Whole numbers as people write them, as far as a double holds them exactly. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** @return an unmodifiable copy, empty for null */
    public static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** @return an unmodifiable copy in the same order, empty for null */
    public static <K, V> Map<K, V> map(Map<K, V> values) {
        return values == null ? Map.of() : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
}
