/** How much one caller may ask for: requests a second, and size of a request. */
package kefu.chassis.limit;
