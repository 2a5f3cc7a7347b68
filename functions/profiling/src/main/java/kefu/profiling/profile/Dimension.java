package kefu.profiling.profile;

/** What a tally is about. */
public enum Dimension {
    /** Points of interest in a product, by product id; negative for a return or a bad review. */
    INTEREST,
    /** Purchases that a storefront told of, by product id. */
    PURCHASE,
    /** Questions, by intent. */
    INTENT,
    /** What reviews, searches and questions are about, by aspect. */
    ASPECT,
    /** Utterances, by language. */
    LANGUAGE,
    /** Sum of satisfaction scores times their weights. */
    MOOD,
    /** Sum of the weights of satisfaction scores. */
    MOOD_WEIGHT,
    /** Turns of conversations; counted for ever. */
    TURN;

    /** @return whether a day counts less the longer ago it is */
    public boolean fades() {
        return this != TURN;
    }
}
