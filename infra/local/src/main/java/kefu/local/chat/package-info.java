/** {@code kefu chat}: a conversation in the terminal. */
package kefu.local.chat;
