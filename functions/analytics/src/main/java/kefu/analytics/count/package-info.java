/**
 * What each event adds to which bucket: M = o(D, R, T). Pure rules over three ports ({@link kefu.analytics.count.Buckets},
 * {@link kefu.analytics.count.Conversations}, {@link kefu.analytics.count.Shown}); no customer id passes them unhashed.
 */
package kefu.analytics.count;
