/** What the demo storefront and the desk need beside their static pages. */
package kefu.routing.storefront;
