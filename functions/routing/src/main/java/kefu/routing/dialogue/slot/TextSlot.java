package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;

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
        if (!asking.asked()) return new Reading.Nothing();
        var said = asking.chosen().orElse(asking.text()).strip();
        if (said.isEmpty() || said.length() > LONGEST) return new Reading.Wrong("again.text");
        var pattern = asking.rule().pattern();
        if (pattern == null) return new Reading.Filled(said);
        var found = pattern.matcher(said);
        return found.find() ? new Reading.Filled(found.group()) : new Reading.Wrong("again.text");
    }
}
