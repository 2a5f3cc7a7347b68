/** Keeps profiles current: events become evidence at once, evidence becomes the served profile a moment later. */
package kefu.profiling.folding;
