/** What customers did and like, as far as they allow: remembered from events, forgotten on demand. */
package kefu.recommendation.history;
