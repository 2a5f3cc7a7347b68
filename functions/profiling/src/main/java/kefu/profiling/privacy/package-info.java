/**
 * Words of customers are kept encrypted, each customer's under a key of their own, which is itself encrypted under the
 * master key. Destroying a customer's key makes whatever was encrypted under it unreadable, in backups, too.
 */
package kefu.profiling.privacy;
