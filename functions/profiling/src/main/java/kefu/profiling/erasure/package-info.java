/** Export of what is held of a customer, and erasure: asked for here, done by every function, confirmed by each. */
package kefu.profiling.erasure;
