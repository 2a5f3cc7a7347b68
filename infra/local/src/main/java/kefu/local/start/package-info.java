/** {@code kefu bench start}: what a function's start costs, as each packaging. */
package kefu.local.start;
