/**
 * What is counted, and how it adds up: ten-second buckets of event time that merge into any window. Everything in a {@link
 * kefu.analytics.tally.Tally} adds, so buckets of partitions and of times fold together in any order.
 */
package kefu.analytics.tally;
