/** Brings what customers type into one form, and tells which language it is. Imports the JDK and a table of characters. */
package kefu.inference.text;
