package kefu.inference.entities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kefu.inference.text.Folded;
import kefu.model.understanding.Entity;

/**
 * Finds all entities of an utterance. Rules run from the surest to the loosest, and what one has found is not read again
 * by the next, so that a phone number is no order number. Safe for many threads.
 */
@ApplicationScoped
public class FindEntities {
    private final List<Rule> rules;

    public FindEntities(Clock clock) {
        this.rules = Stream.of(
                        Contacts.emails(),
                        List.<Rule>of(new Addresses()),
                        Contacts.phones(),
                        new Dates(clock).rules(),
                        Amounts.money(),
                        Contacts.namedPostcodes(),
                        OrderIds.rules(),
                        Contacts.postcodes(),
                        List.<Rule>of(new Persons()),
                        Amounts.ordinals(),
                        Lexicon.rules("payment_method"),
                        Lexicon.rules("reason"),
                        Lexicon.rules("option"),
                        Amounts.quantities())
                .flatMap(List::stream)
                .toList();
    }

    List<Rule> rules() {
        return rules;
    }

    /** @param text as it was sent @return what it names, in the order of the text, none within another */
    public List<Entity> in(String text) {
        Folded folded = Folded.of(text);
        List<Found> all = new ArrayList<>();
        for (Rule rule : rules)
            for (Found found : rule.find(folded)) if (all.stream().noneMatch(found::overlaps)) all.add(found);
        return all.stream()
                .sorted(Comparator.comparingInt(Found::start))
                .map(f -> new Entity(f.type(), f.value(), f.start(), f.end()))
                .toList();
    }
}
