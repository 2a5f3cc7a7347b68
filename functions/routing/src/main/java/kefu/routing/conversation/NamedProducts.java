package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import kefu.model.turn.TurnRequest.PageContext;
import kefu.routing.context.Context;
import kefu.routing.context.Named;
import kefu.routing.dialogue.DialogueState;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.store.Store;

/** Products by their names, or those that were shown by their places. */
@ApplicationScoped
class NamedProducts {
    private final Store store;

    NamedProducts(Store store) {
        this.store = store;
    }

    /** @return the context where the customer is now. @param page null for as before */
    Context at(PageContext page, Context before) {
        boolean known = page == null
                || page.productId() == null
                || store.product(page.productId()).isPresent();
        return before.on(page, known);
    }

    /** @param before what was talked about and asked until now */
    Named in(String text, Context before, DialogueState dialogue) {
        if (text.isBlank()) return Named.NONE;
        var named = store.named(text);
        var offered = before.offered();
        // While something is asked, a place is one of the options of that.
        if (!named.products().isEmpty() || dialogue.asked() != null) return named;
        var places = Ordinals.ones(text, offered.size()).stream()
                .map(place -> offered.get(place - 1))
                .toList();
        return new Named(places, false);
    }
}
