package kefu.routing.dialogue.slot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
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
    public Reading read(Asking asking) {
        if (!asking.asked()) return new Reading.Nothing();
        var said = asking.chosen().orElse(asking.text()).strip();
        try {
            var address = said.startsWith("{") ? json.readValue(said, Address.class) : parse(said);
            return address == null
                    ? new Reading.Wrong("again.address")
                    : new Reading.Filled(json.writeValueAsString(address));
        } catch (JsonProcessingException e) {
            return new Reading.Wrong("again.address");
        }
    }

    /** Street first, postcode last, country before it; what is between are city and state. Null when it is too short. */
    private static Address parse(String text) {
        var parts = Arrays.stream(text.split("[,，;；\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 4) return null;
        var zip = parts.stream()
                .filter(part -> part.matches("[A-Za-z\\d][A-Za-z\\d -]{2,9}") && part.matches(".*\\d.*"))
                .reduce((_, last) -> last)
                .orElse(null);
        if (zip == null) return null;
        var rest = new java.util.ArrayList<>(parts);
        rest.remove(rest.lastIndexOf(zip));
        return new Address(
                rest.getFirst(),
                rest.size() > 4 ? rest.get(1) : "",
                rest.get(rest.size() > 4 ? 2 : 1),
                rest.size() > 3 ? rest.get(rest.size() - 2) : "",
                rest.getLast(),
                zip);
    }
}
