/**
 * The place of a language model. It only rewords: facts come in beside a template that says them, and a text that says
 * anything else is not shown, the template is.
 */
package kefu.inference.generation;
