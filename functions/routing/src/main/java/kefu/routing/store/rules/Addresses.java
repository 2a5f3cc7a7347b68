package kefu.routing.store.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Address;
import kefu.model.shop.LocalText;

/** Reads and writes postal addresses. */
final class Addresses {
    private static final List<String> PARTS = List.of("line1", "line2", "city", "state", "country", "zip");
    private static final int LONGEST = 200;

    private Addresses() {}

    /** @param value an address, an object of its parts, or all of it in one text */
    static Address read(Object value) {
        return switch (value) {
            case Address address -> address;
            case String text when !text.isBlank() -> new Address(bounded(text.strip()), null, null, null, null, null);
            case Map<?, ?> map -> read(map);
            case null, default ->
                throw new IllegalArgumentException("must be a text or an object with some of " + PARTS);
        };
    }

    private static Address read(Map<?, ?> map) {
        for (var key : map.keySet())
            if (!PARTS.contains(String.valueOf(key)))
                throw new IllegalArgumentException("has no part " + key + "; its parts are " + PARTS);
        if (part(map, "line1") == null) throw new IllegalArgumentException("needs line1");
        return new Address(
                part(map, "line1"),
                part(map, "line2"),
                part(map, "city"),
                part(map, "state"),
                part(map, "country"),
                part(map, "zip"));
    }

    private static String part(Map<?, ?> map, String name) {
        return switch (map.get(name)) {
            case null -> null;
            case String text when text.isBlank() -> null;
            case String text -> bounded(text.strip());
            case Number number -> number.toString();
            default -> throw new IllegalArgumentException("part " + name + " must be a text");
        };
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST)
            throw new IllegalArgumentException("has a part longer than " + LONGEST + " characters");
        return text;
    }

    static Map<String, Object> parts(Address address) {
        var parts = new LinkedHashMap<String, Object>();
        put(parts, "line1", address.line1());
        put(parts, "line2", address.line2());
        put(parts, "city", address.city());
        put(parts, "state", address.state());
        put(parts, "country", address.country());
        put(parts, "zip", address.zip());
        return parts;
    }

    private static void put(Map<String, Object> parts, String name, String value) {
        if (value != null) parts.put(name, value);
    }

    /** @return on one line: from small to large in English, from large to small in Chinese */
    static LocalText line(Address address) {
        if (address == null) return new LocalText(Map.of("en", "—", "zh", "—"));
        return new LocalText(Map.of(
                "en",
                join(
                        ", ",
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.state(),
                        address.zip(),
                        address.country()),
                "zh",
                join(
                        " ",
                        address.country(),
                        address.state(),
                        address.city(),
                        address.line1(),
                        address.line2(),
                        address.zip())));
    }

    private static String join(String between, String... parts) {
        return Stream.of(parts).filter(p -> p != null && !p.isBlank()).collect(Collectors.joining(between));
    }
}
