/** The tables a function keeps, as its version needs them. */
package kefu.chassis.schema;
