/** Errors as the outside sees them: {@code application/problem+json} (RFC 9457), mapped once for all functions. */
package kefu.chassis.problem;
