package kefu.routing.store.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Something that was done to an order before.
 *
 * @param lowered variants whose price it lowered
 */
public record Past(String operation, Instant at, Map<String, Object> arguments, Set<String> lowered) {}
