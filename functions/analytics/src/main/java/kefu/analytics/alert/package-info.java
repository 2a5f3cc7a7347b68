/** What needs attention: detectors look at the board, a finding becomes an alert once per cool-down. */
package kefu.analytics.alert;
