/** The kinds of slot: what each offers to choose from, and how each is read out of what was said. */
package kefu.routing.dialogue.slot;
