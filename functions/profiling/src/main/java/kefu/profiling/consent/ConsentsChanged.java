package kefu.profiling.consent;

import kefu.model.profile.Consents;

/** A customer allows something else than before. Observers run in the transaction that notes it. */
public record ConsentsChanged(String customerId, Consents before, Consents now) {}
