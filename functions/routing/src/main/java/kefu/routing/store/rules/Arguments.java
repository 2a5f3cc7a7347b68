package kefu.routing.store.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.shop.Address;

/** The arguments of one operation as they came; every reader says which argument is wrong. */
record Arguments(String operation, Map<String, Object> values) {
    private static final int LONGEST = 500;

    void allow(List<String> required, List<String> optional) {
        for (var name : values.keySet())
            if (!required.contains(name) && !optional.contains(name))
                throw wrong(name, "is not an argument here; known are " + required + " and optional " + optional);
        for (var name : required) if (values.get(name) == null) throw wrong(name, "is missing");
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<String> optional(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case String text when text.isBlank() -> Optional.empty();
            case String text -> Optional.of(bounded(name, text.strip()));
            case Number number -> Optional.of(number.toString());
            default -> throw wrong(name, "must be a text");
        };
    }

    List<String> texts(String name) {
        return switch (values.get(name)) {
            case String one -> List.of(one);
            case List<?> many -> many.stream().map(one -> id(name, one)).toList();
            case null, default -> throw wrong(name, "must be a list of texts");
        };
    }

    /** Either a list of {@code {variantId, newVariantId}} or an object from the one to the other. */
    List<ItemChange> changes(String name) {
        var changes = new ArrayList<ItemChange>();
        switch (values.get(name)) {
            case Map<?, ?> map -> map.forEach((from, to) -> changes.add(new ItemChange(id(name, from), id(name, to))));
            case List<?> list -> list.forEach(one -> changes.add(change(name, one)));
            case null, default -> throw wrong(name, "must be a list of {variantId, newVariantId}");
        }
        return changes;
    }

    Address address(String name) {
        try {
            return Addresses.read(values.get(name));
        } catch (IllegalArgumentException e) {
            throw wrong(name, e.getMessage());
        }
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(where(name) + "must be a day such as 2026-11-24", e);
        }
    }

    private ItemChange change(String name, Object one) {
        if (!(one instanceof Map<?, ?> map) || !map.keySet().equals(java.util.Set.of("variantId", "newVariantId")))
            throw wrong(name, "each change is {variantId, newVariantId}");
        return new ItemChange(id(name, map.get("variantId")), id(name, map.get("newVariantId")));
    }

    private String id(String name, Object value) {
        if (value instanceof Number number) return number.toString();
        if (value instanceof String text && !text.isBlank()) return bounded(name, text.strip());
        throw wrong(name, "holds something that is no id");
    }

    private String bounded(String name, String text) {
        if (text.length() > LONGEST) throw wrong(name, "is longer than " + LONGEST + " characters");
        return text;
    }

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(where(name) + what);
    }

    private String where(String name) {
        return operation + "." + name + " ";
    }
}
