/** What customers did, folded into what goes together and what is popular. Pure: no framework, no clock of its own. */
package kefu.recommendation.model.behaviour;
