package kefu.blackbox;

import static java.util.stream.StreamSupport.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The operations of one function, called by the paths of its OpenAPI document. Most are called twice under
 * one {@code Idempotency-Key}, so that what was kept of an answer is read again.
 *
 * @param http as one caller sees the function
 * @param called what was called so far, by this caller and others
 */
record Operations(Http http, Set<String> called) {
    private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");

    Operations(Http http) {
        this(http, new TreeSet<>());
    }

    Operations as(String token) {
        return new Operations(new Http(http.url(), token), called);
    }

    JsonNode get(String template, String... values) {
        return call("GET", template, null, values);
    }

    /** @param values of the names in braces, in their order @return the second answer, which is the first once more */
    JsonNode call(String method, String template, Object body, String... values) {
        var key = UUID.randomUUID().toString();
        var first = send(method, template, body, key, values);
        var second = send(method, template, body, key, values);
        if (method.equals("POST") && !first.equals(second))
            throw new AssertionError(template + " answered " + first + ", then " + second);
        return second;
    }

    /** Like {@link #call}, of what answers another time with something else. */
    JsonNode once(String method, String template, Object body, String... values) {
        return send(method, template, body, UUID.randomUUID().toString(), values);
    }

    private JsonNode send(String method, String template, Object body, String key, String... values) {
        called.add(method + " " + named(template));
        return http.send(method, filled(template, List.of(values).iterator()), body, key)
                .ok();
    }

    /** Opens a stream of events. */
    EventStream listen(String template) {
        called.add("GET " + named(template));
        return EventStream.open(http, template, "");
    }

    /** @return what the function's document names, as {@code GET /v1/products/{id}} */
    Set<String> named() {
        var paths = new Http(http.url(), "").get("/q/openapi?format=json").ok().path("paths");
        return paths.properties().stream()
                .flatMap(path -> stream(((Iterable<String>) path.getValue()::fieldNames).spliterator(), false)
                        .filter(name -> Set.of("get", "put", "post", "delete").contains(name))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(String template) {
        return template.split("\\?", 2)[0];
    }

    private static String filled(String template, Iterator<String> values) {
        return NAME.matcher(template).replaceAll(_ -> URLEncoder.encode(values.next(), StandardCharsets.UTF_8));
    }
}
