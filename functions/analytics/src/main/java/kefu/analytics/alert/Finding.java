package kefu.analytics.alert;

/**
 * Something is not as it was to be expected.
 *
 * @param metric the metric's name
 * @param value what was seen
 * @param expected what was to be expected
 * @param window in which it was seen
 */
record Finding(String metric, Severity severity, double value, double expected, String window, String message) {
    enum Severity {
        WARNING,
        CRITICAL;

        String json() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
