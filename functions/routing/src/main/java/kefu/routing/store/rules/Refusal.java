package kefu.routing.store.rules;

import kefu.model.shop.LocalText;

/** Ends the judging of an operation; {@link Rules} turns it into a verdict and nobody else sees it. */
final class Refusal extends RuntimeException {
    private final transient Verdict.Refused verdict;

    Refusal(String rule, LocalText reason) {
        super(rule, null, false, false);
        this.verdict = new Verdict.Refused(rule, reason);
    }

    Verdict.Refused verdict() {
        return verdict;
    }
}
