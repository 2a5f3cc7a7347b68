/** Personalised products with true reasons: R = m(P, H). Keeps the catalogue. */
package kefu.recommendation;
