package kefu.routing.store.rules;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kefu.model.Require;
import kefu.model.shop.LocalText;
import kefu.model.shop.OrderStatus;

/**
 * The rules of the shop that are numbers, lists and words.
 *
 * @param currency of an order that names none
 * @param timeZone in which days begin
 * @param days how long things may be asked for
 * @param deliversTo codes of countries (ISO 3166); empty for all
 * @param services what can be booked
 * @param options what values of options are called
 * @param statuses in which each operation is possible, by operation
 * @param statusNames what customers call each status
 */
public record ShopPolicy(
        String currency,
        ZoneId timeZone,
        Days days,
        Set<String> deliversTo,
        List<Choice> cancelReasons,
        Invoices invoices,
        List<Service> services,
        OptionNames options,
        Map<String, Statuses> statuses,
        Map<OrderStatus, LocalText> statusNames,
        Wording wording) {
    public ShopPolicy {
        Require.text(currency, "currency");
        deliversTo = Set.copyOf(deliversTo);
        cancelReasons = Require.list(cancelReasons);
        services = Require.list(services);
        statuses = Require.map(statuses);
        statusNames = Require.map(statusNames);
    }

    /**
     * Days.
     *
     * @param toReturn after delivery, where the day of delivery is known
     * @param priceProtection after the order was placed
     * @param firstService from today to the first day that can be booked
     * @param lastService from today to the last
     */
    public record Days(int toReturn, int priceProtection, int firstService, int lastService) {}

    /** @param times how often an invoice may be asked for, corrections counted in */
    public record Invoices(List<Choice> kinds, Set<String> withTaxNumber, Pattern taxNumber, int times) {}

    public record Service(Choice choice, Set<OrderStatus> statuses) {}

    /**
     * In which statuses an operation is possible, and what is said in the others.
     *
     * @param otherwise said where {@code refused} has nothing for the status
     */
    public record Statuses(Set<OrderStatus> allowed, Map<OrderStatus, LocalText> refused, LocalText otherwise) {
        LocalText refusal(OrderStatus status) {
            return refused.getOrDefault(status, otherwise);
        }
    }

    public LocalText statusName(OrderStatus status) {
        return statusNames.get(status);
    }
}
