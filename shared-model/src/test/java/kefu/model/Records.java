package kefu.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kefu.model.shop.LocalText;

/** Walks the records of the model and makes values of them, so that a new record is tested without being named. */
public final class Records {
    private static final Instant AT = Instant.parse("2026-11-24T08:30:00.123Z");

    private Records() {}

    /** @return every record of the model, nested ones too */
    public static List<Class<?>> all() {
        try {
            var classes = Path.of(Ids.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("-"))
                        .sorted()
                        .<Class<?>>map(name -> load(name.substring(0, name.length() - 6)))
                        .filter(Class::isRecord)
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return one value in which nothing is absent */
    public static Object filled(Class<?> type) {
        return make(type, fillings(type));
    }

    /** @return the values that differ from {@link #filled} in one absent part each, where the record allows that */
    public static List<Object> withOneAbsent(Class<?> type) {
        var values = new ArrayList<>();
        var parts = type.getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].getType().isPrimitive()) continue;
            var fillings = fillings(type);
            fillings[i] = null;
            try {
                values.add(make(type, fillings));
            } catch (IllegalArgumentException required) {
                // The record asks for this part, so no JSON of Kefu's is without it.
            }
        }
        return values;
    }

    /** @return the paths of all fields in the record's JSON, such as {@code items[].productId} */
    public static SortedSet<String> paths(Class<?> type) {
        var paths = new TreeSet<String>();
        collect(type, "", paths);
        return paths;
    }

    private static void collect(Class<?> type, String prefix, SortedSet<String> paths) {
        for (var part : type.getRecordComponents()) {
            var path = prefix + part.getName();
            var inner = part.getType();
            if (List.class == inner) {
                path += "[]";
                inner = (Class<?>) ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
            }
            paths.add(path);
            if (inner.isRecord() && !isOneValue(inner)) collect(inner, path + ".", paths);
        }
    }

    private static boolean isOneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    private static Object[] fillings(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Records::filling).toArray();
    }

    private static Object filling(RecordComponent part) {
        return filling(part.getGenericType(), part.getName());
    }

    private static Object filling(Type type, String name) {
        return switch (type) {
            case ParameterizedType p
            when p.getRawType() == List.class -> List.of(filling(p.getActualTypeArguments()[0], name));
            case ParameterizedType p
            when p.getRawType() == Map.class -> Map.of("key", filling(p.getActualTypeArguments()[1], name));
            case Class<?> c when c == String.class || c == Object.class -> "some " + name;
            case Class<?> c when c == int.class || c == Integer.class -> 3;
            case Class<?> c when c == long.class || c == Long.class -> 4_000_000_000L;
            case Class<?> c when c == double.class || c == Double.class -> 0.75;
            case Class<?> c when c == Float.class -> 0.25f;
            case Class<?> c when c == boolean.class -> true;
            case Class<?> c when c == Instant.class -> AT;
            case Class<?> c when c == BigDecimal.class -> new BigDecimal("39.90");
            case Class<?> c when c == LocalText.class -> new LocalText(Map.of("en", name, "zh", "名称"));
            case Class<?> c when c.isEnum() -> c.getEnumConstants()[c.getEnumConstants().length - 1];
            case Class<?> c when c.isRecord() -> filled(c);
            default -> "any " + type;
        };
    }

    private static Object make(Class<?> type, Object[] parts) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException invalid) throw invalid;
            throw new IllegalStateException("no value of " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no value of " + type, e);
        }
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(path.replace('/', '.').replace('\\', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
