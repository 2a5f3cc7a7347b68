/** What is kept for a while only: of the chassis itself, and of a function that says so by {@link Kept}. */
package kefu.chassis.retention;
