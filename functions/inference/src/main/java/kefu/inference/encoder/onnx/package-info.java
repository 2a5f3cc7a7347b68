/** The forward pass on ONNX Runtime: the fastest way to serve a frozen encoder on a CPU. */
package kefu.inference.encoder.onnx;
