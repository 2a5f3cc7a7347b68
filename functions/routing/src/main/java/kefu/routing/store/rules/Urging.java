package kefu.routing.store.rules;

import java.time.LocalDate;
import java.util.List;
import kefu.routing.store.rules.StoreOperation.UrgeOrder;

/** The warehouse is asked to hurry, once a day and order. */
final class Urging {
    private Urging() {}

    static Verdict judge(UrgeOrder operation, Facts facts) {
        if (facts.past(operation.name())
                .anyMatch(p ->
                        LocalDate.ofInstant(p.at(), facts.policy().timeZone()).equals(facts.today())))
            throw facts.refuse(Phrase.URGED_TODAY, facts.order().id());
        return new Verdict.Allowed(
                facts.order(),
                facts.customer(),
                List.of(facts.say(Phrase.URGED, facts.order().id())));
    }
}
