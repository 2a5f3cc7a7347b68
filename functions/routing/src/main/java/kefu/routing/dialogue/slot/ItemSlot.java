package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kefu.model.turn.Expects.Option;

/** One item of the chosen order. */
@ApplicationScoped
class ItemSlot implements SlotKind {
    private final ItemsSlot items;

    ItemSlot(ItemsSlot items) {
        this.items = items;
    }

    @Override
    public String kind() {
        return "item";
    }

    @Override
    public Reading read(Asking asking) {
        var reading = items.read(asking);
        boolean several = reading instanceof Reading.Filled(var value) && value.contains(",");
        return several ? new Reading.Nothing() : reading;
    }

    @Override
    public List<Option> options(Asking asking) {
        return items.options(asking);
    }
}
