package kefu.profiling.erasure;

import java.time.Instant;
import java.util.List;

/**
 * How far the erasure of a customer is.
 *
 * @param status {@code requested}, or {@code complete} once nothing is missing
 * @param confirmed the functions that have forgotten the customer
 * @param missing the functions that have not said so yet
 */
record Erasure(
        String customerId, String status, Instant requestedAt, List<Confirmation> confirmed, List<String> missing) {
    /** @param erased how many records the function held @param at when it had forgotten */
    record Confirmation(String function, int erased, Instant at) {}
}
