package kefu.inference.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.text.Folded;

/**
 * Finds what a pattern describes. The entity is the pattern's group {@code v}, or all of it where there is none.
 *
 * @param value the normal form of what was found; empty where it is none after all
 */
record PatternRule(String type, Pattern pattern, Function<MatchResult, Optional<String>> value) implements Rule {

    static PatternRule of(String type, String pattern, Function<MatchResult, Optional<String>> value) {
        return new PatternRule(type, Pattern.compile(pattern), value);
    }

    @Override
    public List<Found> find(Folded text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.lower());
        boolean grouped = pattern.namedGroups().containsKey("v");
        while (matcher.find()) {
            int start = grouped ? matcher.start("v") : matcher.start();
            int end = grouped ? matcher.end("v") : matcher.end();
            if (end <= start) continue;
            value.apply(matcher.toMatchResult()).ifPresent(v -> found.add(new Found(type, v, start, end)));
        }
        return found;
    }
}
