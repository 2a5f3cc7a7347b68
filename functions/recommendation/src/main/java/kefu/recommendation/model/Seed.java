package kefu.recommendation.model;

/** A product to start from. @param weight how much it matters now, in (0, 1] */
record Seed(String productId, Origin origin, double weight) {
    /** Why the product matters. */
    enum Origin {
        PAGE,
        QUERY,
        BOUGHT,
        CART,
        LIKED,
        VIEWED,
        PROFILE
    }
}
