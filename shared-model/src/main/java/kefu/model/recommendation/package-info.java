/** Personalised products with reasons (R in DESIGN's R = m(P, H)). */
package kefu.model.recommendation;
