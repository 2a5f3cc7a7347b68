/**
 * What a review praises and blames, found by words: a lexicon, clause by clause, with negation and contrast. Pure. Source:
 * Hu and Liu 2004 (features and opinion words), Taboada et al. 2011 (negation), Hatzivassiloglou and McKeown 1997 (what
 * "but" tells).
 */
package kefu.routing.reviews.opinion;
