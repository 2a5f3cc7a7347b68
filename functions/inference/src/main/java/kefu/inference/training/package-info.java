/**
 * Makes models from labelled texts and says how good they are: reading and cleaning, features, fitting, the choice of
 * what only held-out texts can tell, calibration, report. The same data, settings and seed make the same model.
 */
package kefu.inference.training;
