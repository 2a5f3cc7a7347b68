/** The forward pass on DJL's ONNX Runtime engine: the fastest way to serve a frozen encoder on a CPU. */
package kefu.inference.encoder.onnx;
