/**
 * A person takes over. {@link kefu.routing.handoff.Ownership} says who answers a conversation, bot or agent, and its
 * epoch; {@link kefu.routing.handoff.Handoff} what an agent may do at which point; {@link
 * kefu.routing.handoff.Handoffs} is the queue, {@link kefu.routing.handoff.AgentDesk} what agents do with it. Whoever
 * changes anything here locks in one order: the conversation's owner, its stream, the desk's stream.
 */
package kefu.routing.handoff;
