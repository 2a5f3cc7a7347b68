/** What the conversation is about: C = g(P, C_prev, A). Pure. */
package kefu.routing.context;
