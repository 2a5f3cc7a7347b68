package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kefu.model.shop.Customer;
import kefu.routing.dialogue.Move.Identified;
import kefu.routing.store.Store;

/** Who is asking: signed in, or an e-mail, or a full name and a postcode. Once known it stays for the conversation. */
@ApplicationScoped
class IdentitySlot implements SlotKind {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\w])(\\d{3,6}(?:-\\d{4})?|[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d|[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2})(?![\\w])");

    private final Store store;

    IdentitySlot(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "identity";
    }

    @Override
    public boolean isValue() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var known = asking.situation().customer();
        if (known.isPresent()) return new Reading.Filled(known.get().id());
        var said = asking.chosen().orElse(asking.text());
        var email = EMAIL.matcher(said);
        if (email.find()) return recognised(store.customerByEmail(email.group()), "email");
        var postcodes = POSTCODE.matcher(said).results().map(m -> m.group(1)).toList();
        for (var postcode : postcodes) {
            var found = inPostcode(postcode, said);
            if (found.size() == 1) return new Reading.Recognised(new Identified(found.getFirst(), "name_zip"));
        }
        return asking.asked() && !postcodes.isEmpty() ? new Reading.Wrong("again.identity") : new Reading.Nothing();
    }

    private static Reading recognised(Optional<Customer> customer, String by) {
        return customer.<Reading>map(c -> new Reading.Recognised(new Identified(c, by)))
                .orElse(new Reading.Wrong("again.identity"));
    }

    /** Names come in any order and around them any words, so each customer of the postcode is looked for in the text. */
    private List<Customer> inPostcode(String postcode, String said) {
        var text = said.toLowerCase(Locale.ROOT);
        return store.customersInPostcode(postcode).stream()
                .filter(c -> names(text, c.firstName()) && names(text, c.lastName()))
                .toList();
    }

    private static boolean names(String text, String name) {
        if (name == null || name.isBlank()) return false;
        var sought = name.toLowerCase(Locale.ROOT);
        boolean latin = sought.chars().allMatch(c -> c < 0x2E80);
        return latin
                ? Pattern.compile("(?<!\\p{L})" + Pattern.quote(sought) + "(?!\\p{L})")
                        .matcher(text)
                        .find()
                : text.contains(sought);
    }
}
