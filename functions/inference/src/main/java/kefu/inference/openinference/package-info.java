/** Kefu's models by the Open Inference Protocol v2, for clients and gateways that speak it (KServe, Triton). */
package kefu.inference.openinference;
