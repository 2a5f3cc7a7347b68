/** Answers what to recommend, from memory, and tells afterwards what was shown. */
package kefu.recommendation.recommend;
