/**
 * The rules of the shop, pure: what an operation may do to an order and its customer, and what it changes. Nothing here
 * reads or writes; {@link kefu.routing.store.rules.Rules#judge} takes facts and gives a verdict. The texts and numbers come
 * from the pack's {@code policy.yml}.
 */
package kefu.routing.store.rules;
