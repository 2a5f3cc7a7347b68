package kefu.recommendation.model.behaviour;

/** What is known of a customer here. Neither name nor address nor any text of theirs. */
public record Customer(History history, Taste taste) {
    public static final Customer UNKNOWN = new Customer(History.NONE, Taste.UNKNOWN);

    /** @return this customer, without anything they did or like where they withhold consent */
    public Customer asAllowed() {
        return taste.personalised() ? this : new Customer(History.NONE, Taste.WITHHELD);
    }
}
