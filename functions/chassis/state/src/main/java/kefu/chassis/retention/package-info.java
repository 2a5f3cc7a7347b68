/** What the chassis keeps for a while only. */
package kefu.chassis.retention;
