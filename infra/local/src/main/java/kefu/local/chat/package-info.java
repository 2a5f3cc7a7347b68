/** A conversation in the terminal. */
package kefu.local.chat;
