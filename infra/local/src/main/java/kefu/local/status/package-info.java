/** {@code kefu status} and {@code kefu down}: what runs, and its end. */
package kefu.local.status;
