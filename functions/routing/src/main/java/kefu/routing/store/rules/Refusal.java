package kefu.routing.store.rules;

import java.util.Optional;
import kefu.model.shop.LocalText;

/** Ends the judging of an operation; {@link Rules} turns it into a verdict and nobody else sees it. */
final class Refusal extends RuntimeException {
    private final transient Verdict.Refused verdict;

    Refusal(ShopPolicy policy, Phrase rule, Object... values) {
        this(rule.key(), policy.wording().say(rule, values), rule.argument());
    }

    Refusal(String rule, LocalText reason, Optional<String> argument) {
        super(rule, null, false, false);
        this.verdict = new Verdict.Refused(rule, reason, argument);
    }

    Verdict.Refused verdict() {
        return verdict;
    }
}
