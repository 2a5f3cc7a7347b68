package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.shop.LocalText;
import kefu.model.understanding.Intent;

/**
 * A trade as data.
 *
 * @param replies texts by name, with {@code {placeholders}}
 * @param files every file as it was read, for packages that keep data of their own there
 */
public record Pack(
        String name,
        String version,
        List<String> languages,
        Map<String, IntentRule> intents,
        Map<String, Flow> flows,
        Map<String, SlotRule> slots,
        Map<String, LocalText> replies,
        Assent assent,
        HandoffRules handoff,
        Map<String, PackFile> files) {

    /** @return the rule; for a name the pack does not know, the one for out of scope */
    public IntentRule intent(String name) {
        var rule = intents.get(name);
        return rule == null ? intents.get(Intent.OUT_OF_SCOPE) : rule;
    }

    /** @return the intent that the words tell, where they are taken for another */
    public Optional<String> meant(String understood, String text) {
        return intents.values().stream()
                .filter(rule -> rule.wording()
                        .filter(wording -> wording.tells(understood, text))
                        .isPresent())
                .map(IntentRule::name)
                .findFirst();
    }

    /** @return what a person calls an intent; its name, where the pack does not know it */
    public LocalText title(String intent) {
        var rule = intents.get(intent);
        return rule == null ? LocalText.of(intent) : rule.title();
    }

    public Optional<Flow> flow(String name) {
        return Optional.ofNullable(flows.get(name));
    }

    public SlotRule slot(String name) {
        return slots.get(name);
    }

    /** @throws IllegalStateException when the pack has no such file */
    public PackFile file(String name) {
        var file = files.get(name);
        if (file == null) throw new IllegalStateException("pack " + this.name + " has no " + name);
        return file;
    }
}
