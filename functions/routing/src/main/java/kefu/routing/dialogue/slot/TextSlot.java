package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text, of a form that the pack may give. */
@ApplicationScoped
class TextSlot implements SlotKind {
    private static final int LONGEST = 200;

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public Reading read(Asking asking) {
        var rule = asking.rule();
        var said = asking.chosen().orElse(asking.text()).strip();
        var beside = said.length() > LONGEST ? Optional.<String>empty() : value(rule.said(), said);
        if (beside.isPresent()) return new Reading.Filled(beside.get());
        if (!asking.asked()) return new Reading.Nothing();
        if (said.isEmpty() || said.length() > LONGEST) return new Reading.Wrong("again.text");
        // A yes or a no is no text that is worth keeping.
        var assent = asking.situation().pack().assent();
        if (asking.chosen().isEmpty() && (assent.agrees(said) || assent.onlyDeclines(said)))
            return new Reading.Nothing();
        if (rule.pattern() == null) return new Reading.Filled(said);
        return value(rule.pattern(), said).<Reading>map(Reading.Filled::new).orElse(new Reading.Wrong("again.text"));
    }

    private static Optional<String> value(Pattern pattern, String said) {
        return Optional.ofNullable(pattern)
                .map(p -> p.matcher(said))
                .filter(Matcher::find)
                .map(found -> found.group(Math.min(1, found.groupCount())))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
