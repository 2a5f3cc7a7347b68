/**
 * Understands what a customer wrote. One text goes this way: {@code text} brings it into one form and tells its language,
 * {@code encoder} gives it a vector, {@code heads} judge it, {@code entities} find what it names; {@code understand} is
 * the use case. {@code models} holds what serves at the moment, {@code training} makes it.
 */
package kefu.inference;
