package kefu.model.profile;

/**
 * What a customer allows.
 *
 * @param personalisation fold behaviour into a profile and use it
 * @param analytics count this customer's events in insights, under a pseudonym
 * @param marketing contact for offers
 */
public record Consents(boolean personalisation, boolean analytics, boolean marketing) {
    /** Until a customer says otherwise: personal service here, nothing beyond. */
    public static final Consents DEFAULT = new Consents(true, true, false);
}
