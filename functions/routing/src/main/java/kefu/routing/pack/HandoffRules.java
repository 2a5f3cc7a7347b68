package kefu.routing.pack;

import java.util.Map;

/**
 * When a person takes over by itself.
 *
 * @param failures turns in a row that led nowhere
 * @param frustration in [0, 1], as the context reckons it
 * @param skills which skill an intent's hand-off needs; others need {@code general}
 */
public record HandoffRules(int failures, double frustration, Map<String, String> skills) {
    public String skill(String intent) {
        return intent == null ? "general" : skills.getOrDefault(intent, "general");
    }
}
