/** The other functions as routing asks them over HTTP: each turn waits for what they answer, or does without. */
package kefu.routing.peer;
