/** What to do in a turn: D = h(C, Q). Flows, slots and rules are the pack's data; here is how they are followed. */
package kefu.routing.dialogue;
