/** The place of image understanding. */
package kefu.inference.vision;
