package kefu.model.turn;

/**
 * What the conversation is about after a turn (C in DESIGN's C = g(P, C_prev, A)).
 *
 * @param intent the intent that is being served
 * @param flow the flow in progress; null for none
 * @param urgency in [0, 1]
 */
public record TurnContext(String intent, String flow, String productId, String orderId, double urgency) {}
