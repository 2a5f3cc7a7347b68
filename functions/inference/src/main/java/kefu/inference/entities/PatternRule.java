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
 * @param starts where it is tried at all
 * @param value the normal form of what was found; empty where it is none after all
 */
record PatternRule(String type, Pattern pattern, Starts starts, Function<MatchResult, Optional<String>> value)
        implements Rule {

    static PatternRule of(String type, String pattern, Function<MatchResult, Optional<String>> value) {
        Pattern compiled = Pattern.compile(pattern);
        return new PatternRule(type, compiled, new Starts(compiled), value);
    }

    @Override
    public List<Found> find(Folded text) {
        String read = text.lower();
        List<Found> found = List.of();
        Matcher matcher = null;
        for (int at = 0; at < read.length(); at++) {
            if (!starts.possible(read.charAt(at))) continue;
            if (matcher == null)
                matcher = pattern.matcher(read).useTransparentBounds(true).useAnchoringBounds(false);
            if (!matcher.region(at, read.length()).lookingAt()) continue;
            if (found.isEmpty()) found = new ArrayList<>();
            add(matcher, found);
            at = Math.max(at, matcher.end() - 1);
        }
        return found;
    }

    private void add(Matcher matcher, List<Found> to) {
        boolean grouped = pattern.namedGroups().containsKey("v");
        int start = grouped ? matcher.start("v") : matcher.start();
        int end = grouped ? matcher.end("v") : matcher.end();
        if (end > start) value.apply(matcher.toMatchResult()).ifPresent(v -> to.add(new Found(type, v, start, end)));
    }
}
