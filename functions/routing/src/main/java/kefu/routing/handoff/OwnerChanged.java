package kefu.routing.handoff;

import io.quarkus.runtime.annotations.RegisterForReflection;
import kefu.model.turn.Owner;

/**
 * What a customer sees of a hand-over.
 *
 * @param agent who joined or left; null where the customer called it off before anybody came
 */
@RegisterForReflection
record OwnerChanged(String handoffId, String agent, Owner owner) {}
