/** What an utterance means (A): asked of inference, or of a small lexical fallback while inference is away. */
package kefu.routing.understanding;
