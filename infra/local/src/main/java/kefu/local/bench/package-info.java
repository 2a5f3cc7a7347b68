/** Measures a running Kefu. What counts are ratios within one run: absolute times belong to the machine. */
package kefu.local.bench;
