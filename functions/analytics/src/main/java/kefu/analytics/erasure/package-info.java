/** A customer is to be forgotten: analytics knows none, and says so. */
package kefu.analytics.erasure;
