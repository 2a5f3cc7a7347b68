package kefu.routing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import kefu.model.shop.LocalText;
import kefu.model.shop.OrderStatus;
import kefu.routing.store.rules.Choice;
import kefu.routing.store.rules.Countries;
import kefu.routing.store.rules.OptionNames;
import kefu.routing.store.rules.ShopPolicy;
import kefu.routing.store.rules.StoreOperation;
import kefu.routing.store.rules.Wording;

/** Reads a pack's {@code policy.yml}. */
public final class PolicyFile {
    private static final List<String> IN_STATUS_TEXT = List.of("order", "status");

    private final JsonNode root;

    private PolicyFile(JsonNode root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException that says where it is wrong: {@code policy.yml: days.return: must be ..} */
    public static ShopPolicy read(JsonNode root) {
        try {
            return new PolicyFile(root).policy();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy.yml: " + e.getMessage(), e);
        }
    }

    private ShopPolicy policy() {
        return new ShopPolicy(
                text(root.path("currency"), "currency"),
                zone(),
                new ShopPolicy.Days(
                        number("days", "return"),
                        number("days", "priceProtection"),
                        number("days", "firstService"),
                        number("days", "lastService")),
                countries(),
                choices("cancel.reasons", root.path("cancel").path("reasons")),
                invoices(),
                services(),
                options(),
                operations(),
                statusNames(),
                wording());
    }

    private Wording wording() {
        var texts = texts(root.path("texts"), "texts");
        try {
            return new Wording(texts);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("texts." + e.getMessage(), e);
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(text(root.path("timeZone"), "timeZone"));
        } catch (DateTimeException e) {
            throw wrong("timeZone", "is no time zone");
        }
    }

    private Set<String> countries() {
        if (root.path("deliversTo").isMissingNode()) return Set.of();
        return Set.copyOf(each(
                "deliversTo",
                root.path("deliversTo"),
                (path, node) -> Countries.code(node.asText())
                        .orElseThrow(() -> wrong(path, "is no country: " + node.asText()))));
    }

    private int number(String section, String name) {
        var node = root.path(section).path(name);
        if (!node.isInt() || node.intValue() < 0) throw wrong(section + "." + name, "must be a whole number from 0");
        return node.intValue();
    }

    private ShopPolicy.Invoices invoices() {
        var node = root.path("invoice");
        var taxed = new TreeSet<String>();
        for (var kind : node.path("kinds"))
            if (kind.path("needsTaxNumber").asBoolean())
                taxed.add(kind.path("id").asText());
        return new ShopPolicy.Invoices(
                choices("invoice.kinds", node.path("kinds")), taxed, taxNumber(node), number("invoice", "times"));
    }

    private static Pattern taxNumber(JsonNode invoice) {
        try {
            return Pattern.compile(text(invoice.path("taxNumber"), "invoice.taxNumber"));
        } catch (PatternSyntaxException e) {
            throw wrong("invoice.taxNumber", e.getDescription());
        }
    }

    private List<ShopPolicy.Service> services() {
        return each(
                "services",
                root.path("services"),
                (path, node) -> new ShopPolicy.Service(choice(path, node), statuses(path, node)));
    }

    private static List<Choice> choices(String path, JsonNode node) {
        return each(path, node, PolicyFile::choice);
    }

    private static Choice choice(String path, JsonNode node) {
        var words = new ArrayList<String>();
        node.path("words").forEach(word -> words.add(word.asText()));
        return new Choice(
                text(node.path("id"), path + ".id"), translated(node.path("label"), path + ".label", List.of()), words);
    }

    private OptionNames options() {
        var named = new LinkedHashMap<String, OptionNames.Named>();
        root.path("options")
                .properties()
                .forEach(entry -> named.put(
                        entry.getKey().toLowerCase(Locale.ROOT),
                        option("options." + entry.getKey(), entry.getKey(), entry.getValue())));
        return new OptionNames(named);
    }

    /** In a language that has no name for it a value is called as it is written. */
    private static OptionNames.Named option(String path, String value, JsonNode node) {
        if (!node.isObject()) throw wrong(path, "must be names in " + Wording.LANGUAGES);
        node.fieldNames().forEachRemaining(field -> {
            if (!field.equals("kind") && !Wording.LANGUAGES.contains(field))
                throw wrong(path + "." + field, "is unknown; known are kind and " + Wording.LANGUAGES);
        });
        var names = Wording.LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language, language -> node.path(language).asText(value)));
        return new OptionNames.Named(new LocalText(names), node.path("kind").asText(null));
    }

    private Map<String, ShopPolicy.Statuses> operations() {
        var node = root.path("operations");
        var operations = new LinkedHashMap<String, ShopPolicy.Statuses>();
        node.properties().forEach(entry -> {
            var path = "operations." + entry.getKey();
            if (!StoreOperation.names().contains(entry.getKey()))
                throw wrong(path, "is no operation; there are " + StoreOperation.names());
            operations.put(entry.getKey(), possible(path, entry.getValue()));
        });
        for (var name : StoreOperation.names())
            if (StoreOperation.argumentsOf(name).containsKey("orderId") && !operations.containsKey(name))
                throw wrong("operations." + name, "is missing");
        return operations;
    }

    private static ShopPolicy.Statuses possible(String path, JsonNode node) {
        var refused = new EnumMap<OrderStatus, LocalText>(OrderStatus.class);
        var otherwise = translated(node.path("refused").path("otherwise"), path + ".refused.otherwise", IN_STATUS_TEXT);
        node.path("refused").properties().forEach(entry -> {
            var at = path + ".refused." + entry.getKey();
            if (!entry.getKey().equals("otherwise"))
                refused.put(status(at, entry.getKey()), translated(entry.getValue(), at, IN_STATUS_TEXT));
        });
        return new ShopPolicy.Statuses(statuses(path, node), refused, otherwise);
    }

    private Map<OrderStatus, LocalText> statusNames() {
        var names = new EnumMap<OrderStatus, LocalText>(OrderStatus.class);
        for (var status : OrderStatus.values())
            names.put(
                    status,
                    translated(root.path("statuses").path(status.json()), "statuses." + status.json(), List.of()));
        return names;
    }

    private static Set<OrderStatus> statuses(String path, JsonNode node) {
        return Set.copyOf(each(path + ".statuses", node.path("statuses"), (at, one) -> status(at, one.asText())));
    }

    private static OrderStatus status(String path, String name) {
        try {
            return OrderStatus.of(name);
        } catch (IllegalArgumentException e) {
            throw wrong(path, e.getMessage());
        }
    }

    private static <T> List<T> each(String path, JsonNode node, BiFunction<String, JsonNode, T> read) {
        if (!node.isArray() || node.isEmpty()) throw wrong(path, "must be a list of at least one");
        var all = new ArrayList<T>();
        for (int i = 0; i < node.size(); i++) all.add(read.apply(path + "." + i, node.get(i)));
        return List.copyOf(all);
    }

    private static LocalText translated(JsonNode node, String path, List<String> placeholders) {
        if (!node.isObject() || node.isEmpty()) throw wrong(path, "must be a text in " + Wording.LANGUAGES);
        var text = new LocalText(node.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText())));
        Wording.check(path, text, placeholders);
        return text;
    }

    private static Map<String, LocalText> texts(JsonNode node, String path) {
        if (!node.isObject()) throw wrong(path, "is missing");
        var texts = new LinkedHashMap<String, LocalText>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isObject() || entry.getValue().isEmpty())
                throw wrong(path + "." + entry.getKey(), "must be a text in " + Wording.LANGUAGES);
            texts.put(
                    entry.getKey(),
                    new LocalText(entry.getValue().properties().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, e -> e.getValue().asText()))));
        });
        return texts;
    }

    private static String text(JsonNode node, String path) {
        if (!node.isValueNode() || node.asText().isBlank()) throw wrong(path, "is missing");
        return node.asText();
    }

    private static IllegalArgumentException wrong(String path, String what) {
        return new IllegalArgumentException(path + ": " + what);
    }
}
