/** Customers rate what they were answered: a turn, or the conversation as a whole. */
package kefu.routing.feedback;
