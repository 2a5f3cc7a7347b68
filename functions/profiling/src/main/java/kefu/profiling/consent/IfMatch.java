package kefu.profiling.consent;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** The {@code If-Match} header (RFC 9110, 13.1.1). @param value as sent; null, when it was not, matches every version */
record IfMatch(String value) implements LongPredicate {
    @Override
    public boolean test(long version) {
        if (value == null || value.strip().equals("*")) return true;
        return Arrays.stream(value.split(",")).map(String::strip).anyMatch(eTag(version)::equals);
    }

    static String eTag(long version) {
        return "\"" + version + "\"";
    }
}
