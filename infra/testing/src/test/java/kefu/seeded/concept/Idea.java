package kefu.seeded.concept;

import java.math.BigDecimal;
import kefu.model.shop.Order;

/** The right way: must not be reported. */
public record Idea(BigDecimal price, Order order) {}
