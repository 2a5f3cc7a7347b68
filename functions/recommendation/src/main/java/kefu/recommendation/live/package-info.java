/**
 * The model in memory: an immutable snapshot, swapped whole. Each replica follows what all replicas write to the
 * database, so that all come to know the same, whichever of them read an event off Kafka.
 */
package kefu.recommendation.live;
