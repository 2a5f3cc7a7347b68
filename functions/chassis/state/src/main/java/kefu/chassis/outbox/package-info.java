/**
 * The transactional outbox: events are rows of the transaction that made them, and leave for Kafka after it, in order per
 * key, at least once. Source: Richardson, Microservices Patterns, 3.3.
 */
package kefu.chassis.outbox;
