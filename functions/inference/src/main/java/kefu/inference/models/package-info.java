/** Which models and encoders serve at the moment: loading them beside the start, swapping them, telling readiness. */
package kefu.inference.models;
