package kefu.profiling.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Orders in two numbers; cancelled ones do not count.
 *
 * @param average mean total in the currency of most orders, to two decimals
 */
record OrderSummary(int count, Optional<BigDecimal> average) {
    static OrderSummary of(Collection<PlacedOrder> orders) {
        var kept = orders.stream().filter(order -> !order.cancelled()).toList();
        return new OrderSummary(kept.size(), average(kept));
    }

    private static Optional<BigDecimal> average(List<PlacedOrder> orders) {
        return orders.stream()
                .filter(order -> order.total() != null)
                .collect(Collectors.groupingBy(order -> order.currency() == null ? "" : order.currency()))
                .entrySet()
                .stream()
                .max(Comparator.comparing((Map.Entry<String, List<PlacedOrder>> e) ->
                                e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> mean(e.getValue()));
    }

    private static BigDecimal mean(List<PlacedOrder> orders) {
        return orders.stream()
                .map(PlacedOrder::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(orders.size()), 2, RoundingMode.HALF_EVEN);
    }
}
