/** How well all of it goes, in real time: M = o(D, R, T). */
package kefu.analytics;
