package kefu.routing.reviews.opinion;

/** What a clause says of an aspect. @param told by a word of its own; otherwise the context makes it likely */
record Said(int polarity, boolean told) {
    Said and(Said other) {
        if (told != other.told) return told ? this : other;
        return new Said(polarity == other.polarity ? polarity : 0, told);
    }
}
