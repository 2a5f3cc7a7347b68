package kefu.routing.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kefu.model.shop.OrderStatus;

/** Replies that no file of a pack names, since the dialogue says them by itself: by what a pack uses. */
final class SpokenReplies {
    private static final List<String> STATUSES = Arrays.stream(OrderStatus.values())
            .map(status -> "status." + status.json())
            .toList();

    static final List<String> ALWAYS = List.of(
            "clarify",
            "nothingFound",
            "nothingPending",
            "stopped",
            "wish.later",
            "wish.next",
            "again.unclear",
            "answer.closed",
            "attachment.image",
            "attachment.audio",
            "handoff.frustration",
            "handoff.failures",
            "handoff.waiting",
            "handoff.calledOff");

    static final List<String> OF_OPERATIONS = List.of("confirm", "again.preview", "done", "yes", "no");

    private static final Map<String, List<String>> OF_EVIDENCE = Map.of(
            "availability", List.of("product.available", "product.unavailable", "product.lacking"),
            "comparison", List.of("product.compare"),
            "knowledge", List.of(),
            "order", with(STATUSES, "order.status", "order.tracking"),
            "price", List.of("product.price", "product.lacking"),
            "product", List.of("product.facts", "product.available", "product.unavailable", "product.lacking"),
            "recommendation", List.of("recommend.some"),
            "refund", with(STATUSES, "order.refunds", "order.noRefunds"),
            "reviews",
                    List.of(
                            "reviews.summary",
                            "reviews.aspect.praise",
                            "reviews.aspect.blame",
                            "reviews.quote",
                            "reviews.tooFew"));

    private static final Map<String, List<String>> OF_SLOTS = Map.ofEntries(
            Map.entry("identity", List.of("again.identity")),
            Map.entry("order", with(STATUSES, "again.order", "noOrders")),
            Map.entry("product", List.of("again.product")),
            Map.entry("items", List.of("again.choice", "again.items", "noOrders")),
            Map.entry("item", List.of("again.choice", "again.items", "noOrders")),
            Map.entry("variant", List.of("again.choice")),
            Map.entry("paymentMethod", List.of("again.choice")),
            Map.entry("choice", List.of("again.choice")),
            Map.entry("address", List.of("again.address")),
            Map.entry("date", List.of("again.date")),
            Map.entry("text", List.of("again.text")));

    private SpokenReplies() {}

    /** @return kinds of evidence that there are */
    static Set<String> evidence() {
        return OF_EVIDENCE.keySet();
    }

    static List<String> ofEvidence(String kind) {
        return OF_EVIDENCE.getOrDefault(kind, List.of());
    }

    static List<String> ofSlot(String kind) {
        return OF_SLOTS.getOrDefault(kind, List.of());
    }

    /** @return every reply that is said so */
    static Stream<String> all() {
        return Stream.of(Stream.of(ALWAYS, OF_OPERATIONS), OF_EVIDENCE.values().stream(), OF_SLOTS.values().stream())
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .distinct();
    }

    private static List<String> with(List<String> some, String... others) {
        return Stream.concat(some.stream(), Arrays.stream(others)).toList();
    }
}
