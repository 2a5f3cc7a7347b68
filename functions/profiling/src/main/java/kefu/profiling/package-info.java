/**
 * Who the customer is. What customers do ({@code interaction}) becomes signals, and signals become the profile ({@code
 * profile}, pure) as the customer allows ({@code consent}); {@code folding} keeps it current. Everything held of somebody
 * can be exported and erased ({@code erasure}).
 */
package kefu.profiling;
