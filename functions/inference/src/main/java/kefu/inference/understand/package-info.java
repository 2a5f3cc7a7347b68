/** Tells what an utterance means: A in DESIGN's C = g(P, C_prev, A). */
package kefu.inference.understand;
