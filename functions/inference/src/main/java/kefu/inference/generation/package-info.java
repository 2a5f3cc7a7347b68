/** The place of a language model. */
package kefu.inference.generation;
