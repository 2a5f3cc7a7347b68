/** What a customer allows, and since when. */
package kefu.profiling.consent;
