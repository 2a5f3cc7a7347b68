/** {@code kefu up}: starts everything in order, watches over it, and ends it in order. */
package kefu.local.up;
