/** Who calls: the roles of a bearer token, and which customer it is. */
package kefu.chassis.caller;
