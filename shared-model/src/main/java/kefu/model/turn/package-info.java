/** A turn as the outside sees it: what the customer sent and what Kefu answered. */
package kefu.model.turn;
