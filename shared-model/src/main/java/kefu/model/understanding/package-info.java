/** What inference makes of an utterance (A in DESIGN's C = g(P, C_prev, A)), and how it is asked. */
package kefu.model.understanding;
