/**
 * Turns texts into vectors whose closeness is closeness of meaning. {@link kefu.inference.encoder.Encoder} cuts texts
 * into tokens and groups them; the forward pass itself is a port with one adapter per engine ({@code pytorch},
 * {@code onnx}), both over the same files.
 */
package kefu.inference.encoder;
