/**
 * The rules of the house, the same for every function: which way arrows between packages go, what a concept may know,
 * where time comes from. A function names its concepts from the bottom up and checks {@link
 * kefu.testing.house.House#rules}; that each rule bites is shown once, by a seeded violation in this module's tests.
 */
package kefu.testing.house;
