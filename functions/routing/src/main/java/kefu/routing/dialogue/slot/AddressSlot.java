package kefu.routing.dialogue.slot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import kefu.model.shop.Address;

/** A postal address: as JSON from a form, or as text with commas. Kept as JSON. */
@ApplicationScoped
class AddressSlot implements SlotKind {
    private final ObjectMapper json;

    AddressSlot(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String kind() {
        return "address";
    }

    @Override
    public boolean isCorrectedBesideAPreview() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        boolean previewed = "confirmation".equals(asking.situation().state().asked());
        if (!asking.asked() && !previewed) return new Reading.Nothing();
        var said = asking.chosen().orElse(asking.text()).strip();
        try {
            var address = said.startsWith("{")
                    ? Optional.ofNullable(json.readValue(said, Address.class))
                    : WrittenAddress.read(said);
            if (address.isPresent()) return new Reading.Filled(json.writeValueAsString(address.get()));
        } catch (JsonProcessingException e) {
            // Neither is it one.
        }
        return previewed ? new Reading.Nothing() : new Reading.Wrong("again.address");
    }
}
