/** Keeps personal data out of logs, traces and events. */
package kefu.chassis.privacy;
