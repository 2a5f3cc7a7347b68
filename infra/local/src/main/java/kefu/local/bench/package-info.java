/** {@code kefu bench}: how fast and how large, measured against floors taken in the same run on the same machine. */
package kefu.local.bench;
