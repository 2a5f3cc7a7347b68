/** The shop: products, customers, orders, reviews and what customers do there, as storefronts and imports write them. */
package kefu.model.shop;
