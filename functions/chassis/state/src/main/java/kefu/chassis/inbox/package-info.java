/** The inbox: an event that Kafka delivers twice has its effect once. Source: Hohpe and Woolf, Idempotent Receiver. */
package kefu.chassis.inbox;
