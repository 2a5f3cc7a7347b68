/** Commands that a function carries out by itself: its batch modes, run from its package. */
package kefu.local.delegate;
