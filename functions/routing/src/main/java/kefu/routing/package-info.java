/**
 * The front door. A turn flows through the packages in this order: {@code conversation} takes it in, {@code
 * understanding} says what it means (A), {@code profile} who asks (P), {@code context} what it is about (C = g(P, C_prev,
 * A)), {@code dialogue} what to do (D = h(C, Q)) out of {@code pack}, {@code knowledge}, {@code reviews} and {@code store},
 * {@code recommendation} what fits (R = m(P, H)); {@code handoff} gives it to a person, {@code stream} tells everybody.
 */
package kefu.routing;
