/**
 * Linear heads over two views of a text, side by side: its vector from an encoder and its hashed n-grams. A head gives
 * each label a margin; a calibration makes probabilities of them. Nothing here learns (see {@code training}); everything
 * is immutable and safe for many threads.
 */
package kefu.inference.heads;
