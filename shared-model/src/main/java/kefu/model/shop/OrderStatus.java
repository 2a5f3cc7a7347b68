package kefu.model.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an order stands. In JSON in lower case with underscores. */
public enum OrderStatus {
    PENDING,
    PROCESSED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    RETURN_REQUESTED,
    EXCHANGE_REQUESTED,
    PENDING_ITEMS_MODIFIED;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is none of the statuses; it lists them */
    @JsonCreator
    public static OrderStatus of(String name) {
        for (var status : values()) if (status.json().equals(name)) return status;
        throw new IllegalArgumentException("status must be one of "
                + java.util.Arrays.stream(values()).map(OrderStatus::json).toList() + ", is " + name);
    }
}
