/** What is known of a customer (P in DESIGN's P = f(x, y, z)), as far as they consented. */
package kefu.model.profile;
