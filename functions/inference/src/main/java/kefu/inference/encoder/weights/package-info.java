/** The weights of encoders: as published files hold them, and what fine-tuning changed of them. */
package kefu.inference.encoder.weights;
