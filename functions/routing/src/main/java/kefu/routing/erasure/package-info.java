/** Forgetting a customer: one listener for all of routing, which asks every package that holds something. */
package kefu.routing.erasure;
