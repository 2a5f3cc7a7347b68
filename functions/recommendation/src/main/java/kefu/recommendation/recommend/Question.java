package kefu.recommendation.recommend;

import java.util.Optional;

/**
 * What is asked.
 *
 * @param customerId whose past may be used; empty for somebody unknown, or whom the caller may not speak for
 */
record Question(
        Optional<String> customerId,
        Optional<String> productId,
        Optional<String> conversationId,
        String query,
        int limit) {}
