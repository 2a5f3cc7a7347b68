package kefu.chassis.seeded;

import kefu.model.event.Event;
import kefu.model.shop.Order;

/** The chassis may know that there are events, and no order. */
record KnowsTheBusiness(Event event, Order order) {}
