package kefu.analytics.tally;

import java.time.Instant;

/** Something a customer said, with personal data masked. @param problem why it is shown: a name of {@link Problem} */
public record Example(Instant at, String problem, String text) {}
