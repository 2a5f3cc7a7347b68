/**
 * Kefu's own encoder on DJL's PyTorch engine: a BERT encoder of plain tensor operations over weights that are read from
 * the same ONNX files. For GPUs, for fine-tuning, and for what a shop plugs in.
 */
package kefu.inference.encoder.pytorch;
