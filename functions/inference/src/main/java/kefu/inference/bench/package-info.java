/** Measures how long understanding takes, as ratios that hold on any machine. */
package kefu.inference.bench;
