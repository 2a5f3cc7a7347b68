/**
 * The adapter to Kafka: one Kafka Streams task for each partition counts events into buckets (exactly once), announces
 * changed buckets on the board topic, and every replica reads all of that topic into its {@link kefu.analytics.insight.Board}.
 */
package kefu.analytics.stream;
