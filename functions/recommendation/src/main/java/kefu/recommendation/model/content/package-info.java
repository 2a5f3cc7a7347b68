/** What products say about themselves: words, likeness, matches. Pure. */
package kefu.recommendation.model.content;
