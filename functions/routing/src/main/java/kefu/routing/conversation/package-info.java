/** Conversations and their turns: taken in over HTTP, answered one after the other, kept with their explanation. */
package kefu.routing.conversation;
