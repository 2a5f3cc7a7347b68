/** What is read off the buckets: summaries, series, a live stream, and what to improve next. */
package kefu.analytics.insight;
