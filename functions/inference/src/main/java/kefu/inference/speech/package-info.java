/** The place of speech recognition. */
package kefu.inference.speech;
