package kefu.routing.dialogue.slot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import kefu.model.shop.Address;
import kefu.routing.store.rules.Countries;

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
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public boolean readsOpening() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var said = asking.chosen().orElse(asking.text()).strip();
        try {
            var address = said.startsWith("{")
                    ? Optional.ofNullable(json.readValue(said, Address.class))
                    : WrittenAddress.read(said);
            boolean previewed = asking.situation().state().awaitsYes();
            // What nobody asked for is one only where it ends in a country: a wish stands beside it as likely as not.
            if (address.isPresent() && (asking.asked() || previewed || endsInACountry(address.get())))
                return new Reading.Filled(json.writeValueAsString(address.get()));
        } catch (JsonProcessingException e) {
            // Neither is it one.
        }
        return asking.asked() ? new Reading.Wrong("again.address") : new Reading.Nothing();
    }

    private static boolean endsInACountry(Address address) {
        return Countries.code(address.country()).isPresent();
    }
}
