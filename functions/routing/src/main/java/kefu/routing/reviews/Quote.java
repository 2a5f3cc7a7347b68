package kefu.routing.reviews;

/** A review's own words about an aspect. @param polarity 1 for praise, -1 for blame, 0 for both */
public record Quote(String reviewId, String text, String language, int rating, int polarity) {}
