package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.pack.SlotRule.Choice;

/** One of a few choices that the pack names. */
@ApplicationScoped
class ChoiceSlot implements SlotKind {
    private static final Pattern REFUSES =
            Pattern.compile("\\b(?:don't|dont|do not) (?:want|need) (?:to|it|that|this)\\b|不想|不要|不用");

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var choices = asking.rule().choices();
        if (asking.chosen().isPresent()) {
            return choices.stream()
                            .anyMatch(c -> c.value().equals(asking.chosen().get()))
                    ? new Reading.Filled(asking.chosen().get())
                    : new Reading.Wrong("again.choice");
        }
        var text = asking.text().toLowerCase(Locale.ROOT).replace('’', '\'');
        // "No, I don't want to cancel" gives no reason to.
        boolean previewed = asking.situation().state().awaitsYes();
        if (previewed && REFUSES.matcher(text).find()) return new Reading.Nothing();
        var said = choices.stream().filter(c -> says(text, c)).toList();
        if (said.size() == 1) return new Reading.Filled(said.getFirst().value());
        var position = asking.asked() ? Ordinals.in(text) : java.util.OptionalInt.empty();
        return position.isPresent() && position.getAsInt() <= choices.size()
                ? new Reading.Filled(choices.get(position.getAsInt() - 1).value())
                : new Reading.Nothing();
    }

    @Override
    public List<Option> options(Asking asking) {
        return asking.rule().choices().stream()
                .map(c -> new Option(c.value(), c.label().in(asking.situation().language())))
                .toList();
    }

    private static boolean says(String text, Choice choice) {
        return Stream.concat(
                        Stream.of(choice.value()),
                        choice.words().values().stream().flatMap(List::stream))
                .anyMatch(word -> begins(text, word));
    }

    /** "Firm" does not stand in "confirm"; "need" may go on as "needed". */
    private static boolean begins(String text, String word) {
        return Pattern.compile("(?<!\\p{IsLatin})" + Pattern.quote(word))
                .matcher(text)
                .find();
    }
}
