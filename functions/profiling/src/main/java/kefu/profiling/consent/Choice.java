package kefu.profiling.consent;

import kefu.model.Require;
import kefu.model.profile.Consents;

/** What a customer chose. Each choice is said: one that was left out is neither a yes nor a no. */
record Choice(Boolean personalisation, Boolean analytics, Boolean marketing) {
    Choice {
        Require.present(personalisation, "personalisation");
        Require.present(analytics, "analytics");
        Require.present(marketing, "marketing");
    }

    Consents consents() {
        return new Consents(personalisation, analytics, marketing);
    }
}
