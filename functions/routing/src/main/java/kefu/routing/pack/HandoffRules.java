package kefu.routing.pack;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a person takes over by itself.
 *
 * @param failures turns in a row that led nowhere
 * @param frustration in [0, 1], as the context reckons it
 * @param calledOff how somebody says that no person is needed any more, other than by a plain no
 * @param howLong how somebody who waits asks how long it will be
 * @param skills which skill an intent's hand-off needs; others need {@code general}
 */
public record HandoffRules(
        int failures,
        double frustration,
        Optional<Pattern> calledOff,
        Optional<Pattern> howLong,
        Map<String, String> skills) {
    /** @return whether who waits for a person says that none is needed any more */
    public boolean isCalledOff(String said) {
        return calledOff.filter(words -> words.matcher(said).find()).isPresent();
    }

    /** @return whether who waits for a person asks how long it will be */
    public boolean asksHowLong(String said) {
        return howLong.filter(words -> words.matcher(said).find()).isPresent();
    }

    public String skill(String intent) {
        return intent == null ? "general" : skills.getOrDefault(intent, "general");
    }
}
