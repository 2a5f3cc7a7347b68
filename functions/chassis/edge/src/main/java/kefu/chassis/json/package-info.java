/** How JSON is read at the edge. */
package kefu.chassis.json;
