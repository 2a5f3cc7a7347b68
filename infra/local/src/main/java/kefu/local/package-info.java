/** The command {@code ./kefu}: runs all of Kefu on one machine with real parts, and what one does with it there. */
package kefu.local;
