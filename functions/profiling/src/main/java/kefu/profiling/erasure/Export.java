package kefu.profiling.erasure;

import java.time.Instant;
import java.util.Map;

/** All that this function holds of a customer. @param holdings by name */
record Export(String customerId, Instant exportedAt, Map<String, Object> holdings) {}
