/** What is said in a conversation is encrypted under a key of the conversation, and gone with it. */
package kefu.routing.privacy;
