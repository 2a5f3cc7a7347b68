/** What fits the conversation (R = m(P, H)), or nothing while recommendation is away. */
package kefu.routing.recommendation;
