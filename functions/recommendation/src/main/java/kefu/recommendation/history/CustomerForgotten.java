package kefu.recommendation.history;

/** A customer is being forgotten: whoever holds something of theirs in memory lets it go. */
public record CustomerForgotten(String customerId) {}
