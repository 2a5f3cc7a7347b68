/** A function that breaks every rule of the house once, so that a test sees each rule bite. */
package kefu.seeded;
