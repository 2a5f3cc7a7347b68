/** Plain SQL in the transaction that runs. */
package kefu.chassis.sql;
